/** Samples per second of everything that is measured here; mono, −1 to 1. */
export const speechRate = 16_000;

/** Seconds from one frame of a measure to the next. Frame `n` is about the sound around `n × frameSeconds`. */
export const frameSeconds = 0.01;

const hop = speechRate * frameSeconds;

/** How many frames a sound has. */
export const framesIn = (samples: Float32Array): number => Math.floor(samples.length / hop);

/** Copies the window of `out.length` samples around a frame; before and after the sound there is silence. */
export function windowAround(samples: Float32Array, frame: number, out: Float32Array): void {
  const start = Math.round(frame * hop + hop / 2 - out.length / 2);
  if (start >= 0 && start + out.length <= samples.length) {
    out.set(samples.subarray(start, start + out.length));
    return;
  }
  for (let index = 0; index < out.length; index++) out[index] = samples[start + index] ?? 0;
}

/** Mean square of each frame's own 10 ms. */
export function frameEnergies(samples: Float32Array): Float32Array {
  return Float32Array.from({ length: framesIn(samples) }, (_, frame) => {
    let sum = 0;
    for (let index = frame * hop; index < (frame + 1) * hop; index++) sum += (samples[index] ?? 0) ** 2;
    return sum / hop;
  });
}

/** Decibels of a power, −120 for nothing. */
export const decibelsOf = (power: number): number => 10 * Math.log10(Math.max(power, 1e-12));

/** The value below which a share of the values lies; `undefined` without values. */
export function quantileOf(values: ArrayLike<number>, share: number): number | undefined {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Each value's mean with the `reach` values before and after it. */
export function meanAround(values: Float32Array, reach: number): Float32Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, index) => (sums[index + 1] = (sums[index] ?? 0) + value));
  return values.map((_, index) => {
    const [from, to] = [Math.max(0, index - reach), Math.min(values.length, index + reach + 1)];
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}
