import { SlidingMinimum } from "./sliding-minimum.ts";
import { TruePeak } from "./true-peak.ts";

/** Frames by which the limiter, and so the programme, is later than the strips: 5 ms of looking ahead. */
export const limiterLatencyFrames = 240;

// The peak filter looks seven frames back and may be two frames off; the rest of the latency is for the gain to glide down.
const glideFrames = limiterLatencyFrames - 6;
const holdFrames = glideFrames + 3;
// Half a dB under −1 dBTP: 4× oversampling reads up to 0.5 dB low at 20 kHz (BS.1770-4, annex 2).
const ceiling = 10 ** (-1.5 / 20);
const releasePerFrame = 1 - Math.exp(-1 / (0.15 * 48_000));
const recovered = 0.999_99;

/** Keeps the programme at or below −1 dBTP: gain glides down within the 5 ms ahead of a peak and recovers with 150 ms. */
export class Limiter {
  readonly #peaks = [new TruePeak(), new TruePeak()] as const;
  readonly #minimum = new SlidingMinimum(holdFrames);
  readonly #ahead = new Float32Array(2 * limiterLatencyFrames);
  readonly #gains = new Float64Array(glideFrames).fill(1);
  #gainSum = glideFrames;
  #aheadPlace = 0;
  #gainPlace = 0;
  #gain = 1;
  /** Frames since anything was wanted below unity; when all windows have forgotten it, the limiter is a plain delay. */
  #idleFrames = Infinity;

  /** Limits a block of interleaved stereo in place; what comes out went in 240 frames before. */
  process(block: Float32Array): void {
    const [left, right] = this.#peaks;
    for (let index = 0; index < block.length; index += 2) {
      const peak = Math.max(left.next(block[index] ?? 0, ceiling), right.next(block[index + 1] ?? 0, ceiling));
      const gain = this.#glide(peak > ceiling ? ceiling / peak : 1);
      this.#delay(block, index, gain);
    }
  }

  #glide(wanted: number): number {
    if (wanted < 1) this.#idleFrames = 0;
    else if (++this.#idleFrames > holdFrames + glideFrames && this.#gain === 1) return this.#settle();
    const least = this.#minimum.next(wanted);
    this.#gain = least < this.#gain ? least : this.#gain + (least - this.#gain) * releasePerFrame;
    if (least === 1 && this.#gain > recovered) this.#gain = 1;
    if (this.#gain < 1) this.#idleFrames = Math.min(this.#idleFrames, holdFrames);
    return this.#average();
  }

  #average(): number {
    this.#gainSum += this.#gain - (this.#gains[this.#gainPlace] ?? 1);
    this.#gains[this.#gainPlace] = this.#gain;
    this.#gainPlace = this.#gainPlace + 1 === glideFrames ? 0 : this.#gainPlace + 1;
    return Math.min(1, this.#gainSum / glideFrames);
  }

  // All windows hold ones by now; the sum is set exactly, so that hours of rounding cannot add up.
  #settle(): number {
    this.#gainSum = glideFrames;
    return 1;
  }

  #delay(block: Float32Array, index: number, gain: number): void {
    const place = this.#aheadPlace;
    const [left, right] = [this.#ahead[place] ?? 0, this.#ahead[place + 1] ?? 0];
    this.#ahead[place] = block[index] ?? 0;
    this.#ahead[place + 1] = block[index + 1] ?? 0;
    block[index] = left * gain;
    block[index + 1] = right * gain;
    this.#aheadPlace = place + 2 === this.#ahead.length ? 0 : place + 2;
  }
}
