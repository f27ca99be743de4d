import { framesPerBlock } from "../../schemas/programme.ts";
import { SlidingMinimum } from "./sliding-minimum.ts";
import { TruePeak } from "./true-peak.ts";

/** Frames by which the limiter, and so the programme, is later than the strips: 5 ms of looking ahead. */
export const limiterLatencyFrames = 240;

// The peak filter looks seven frames back and may be two frames off; the rest of the latency is for the gain to glide down.
const glideFrames = limiterLatencyFrames - 6;
const holdFrames = glideFrames + 3;
// 4× oversampling reads up to 0.5 dB low at 20 kHz (BS.1770-4, annex 2) and more above: white noise was measured 0.8 dB higher.
const ceiling = 10 ** (-1.9 / 20);
const releasePerFrame = 1 - Math.exp(-1 / (0.15 * 48_000));
const recovered = 0.999_99;

/** Keeps the programme at or below −1 dBTP: gain glides down within the 5 ms ahead of a peak and recovers with 150 ms. */
export class Limiter {
  readonly #left = new TruePeak();
  readonly #right = new TruePeak();
  readonly #peaks = new Float64Array(framesPerBlock);
  readonly #minimum = new SlidingMinimum(holdFrames);
  readonly #gains = new Float64Array(glideFrames).fill(1);
  #gainSum = glideFrames;
  #gainPlace = 0;
  #gain = 1;
  /** Frames since anything but unity was in one of the windows; after all have forgotten it, the limiter is a plain delay. */
  #idleFrames = Infinity;
  #ahead = new Float32Array(2 * limiterLatencyFrames);

  /** Limits a block of interleaved stereo in place, 240 to 960 frames; what comes out went in 240 frames before. */
  process(block: Float32Array): void {
    this.#peaks.fill(0);
    const left = this.#left.find(block, 0, ceiling, this.#peaks);
    const right = this.#right.find(block, 1, ceiling, this.#peaks);
    this.#delay(block);
    if (Math.max(left, right) > ceiling || this.#idleFrames <= holdFrames + glideFrames) this.#apply(block);
  }

  #delay(block: Float32Array): void {
    const ahead = block.slice(-this.#ahead.length);
    block.copyWithin(this.#ahead.length, 0, block.length - this.#ahead.length);
    block.set(this.#ahead);
    this.#ahead = ahead;
  }

  #apply(block: Float32Array): void {
    for (let frame = 0; 2 * frame < block.length; frame++) {
      const peak = this.#peaks[frame] ?? 0;
      const gain = this.#glide(peak > ceiling ? ceiling / peak : 1);
      block[2 * frame] = (block[2 * frame] ?? 0) * gain;
      block[2 * frame + 1] = (block[2 * frame + 1] ?? 0) * gain;
    }
    // Set exactly while nothing happens, so that hours of rounding cannot add up.
    if (this.#idleFrames > holdFrames + glideFrames) this.#gainSum = glideFrames;
  }

  #glide(wanted: number): number {
    const least = this.#minimum.next(wanted);
    this.#gain = Math.min(least, this.#gain + (least - this.#gain) * releasePerFrame);
    if (this.#gain > recovered) this.#gain = least;
    this.#idleFrames = least === 1 && this.#gain === 1 ? this.#idleFrames + 1 : 0;
    this.#gainSum += this.#gain - (this.#gains[this.#gainPlace] ?? 1);
    this.#gains[this.#gainPlace] = this.#gain;
    this.#gainPlace = this.#gainPlace + 1 === glideFrames ? 0 : this.#gainPlace + 1;
    return Math.min(1, this.#gainSum / glideFrames);
  }
}
