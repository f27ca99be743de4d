import { framesPerBlock } from "../../schemas/programme.ts";

// ITU-R BS.1770-4, annex 2: 48 coefficients in four phases; phases 2 and 3 are 1 and 0 backwards.
const outer = [
  0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875, 0.1373291015625, 0.97216796875,
  -0.102294921875, 0.047607421875, -0.026611328125, 0.014892578125, -0.00830078125,
];
const inner = [
  -0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625, 0.77978515625,
  -0.2003173828125, 0.1015625, -0.0582275390625, 0.0330810546875, -0.0189208984375,
];
const taps = outer.length;
const half = taps / 2;

// A phase and its mirror image are the sum and the difference of an even and an odd part, which halves the work.
const part = (phase: readonly number[], sign: 1 | -1) =>
  Float64Array.from({ length: half }, (_, tap) => ((phase[tap] ?? 0) + sign * (phase[taps - 1 - tap] ?? 0)) / 2);
const [outerEven, outerOdd, innerEven, innerOdd] = [part(outer, 1), part(outer, -1), part(inner, 1), part(inner, -1)];

const sizeOf = (phase: readonly number[]) => phase.reduce((sum, tap) => sum + Math.abs(tap), 0);
const worstGain = Math.max(sizeOf(outer), sizeOf(inner));

/**
 * Finds the peaks between the samples of one channel, by 4× oversampling. A stretch whose samples are so small that nothing
 * between them can reach `threshold` is not searched, which spares most of a programme.
 */
export class TruePeak {
  readonly #window = new Float64Array(taps - 1 + framesPerBlock);
  #sinceLarge = taps;

  /**
   * Takes a block of interleaved stereo, 960 frames at most, of which it hears `channel`. Raises `peaks[frame]` to the peak found
   * around the frame six before; returns the highest, or 0 when all is certainly below `threshold`.
   */
  find(block: Float32Array, channel: 0 | 1, threshold: number, peaks: Float64Array): number {
    const frames = block.length / 2;
    const isQuiet = this.#sinceLarge >= taps && largestOf(block, channel) * worstGain < threshold;
    // Of a quiet block only what the next one looks back at is taken.
    this.#load(block, channel, isQuiet ? frames - (taps - 1) : 0);
    const highest = isQuiet ? 0 : this.#search(frames, threshold / worstGain, peaks);
    this.#window.copyWithin(0, frames, frames + taps - 1);
    return highest;
  }

  #load(block: Float32Array, channel: number, from: number): void {
    for (let index = 2 * from + channel, to = taps - 1 + from; index < block.length; index += 2, to++) {
      this.#window[to] = block[index] ?? 0;
    }
  }

  #search(frames: number, large: number, peaks: Float64Array): number {
    let highest = 0;
    for (let frame = 0; frame < frames; frame++) {
      if (Math.abs(this.#window[frame + taps - 1] ?? 0) >= large) this.#sinceLarge = 0;
      else if (++this.#sinceLarge >= taps) continue;
      const peak = peakAt(this.#window, frame);
      if (peak > (peaks[frame] ?? 0)) peaks[frame] = peak;
      if (peak > highest) highest = peak;
    }
    return highest;
  }
}

function largestOf(block: Float32Array, channel: number): number {
  let largest = 0;
  for (let index = channel; index < block.length; index += 2) {
    const sample = block[index] ?? 0;
    if (sample > largest) largest = sample;
    else if (-sample > largest) largest = -sample;
  }
  return largest;
}

function peakAt(window: Float64Array, from: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let tap = 0; tap < half; tap++) {
    const newer = window[from + taps - 1 - tap] ?? 0;
    const older = window[from + tap] ?? 0;
    const sum = newer + older;
    const difference = newer - older;
    a += (outerEven[tap] ?? 0) * sum;
    b += (outerOdd[tap] ?? 0) * difference;
    c += (innerEven[tap] ?? 0) * sum;
    d += (innerOdd[tap] ?? 0) * difference;
  }
  return Math.max(Math.abs(a) + Math.abs(b), Math.abs(c) + Math.abs(d));
}
