/** Mean square of the samples from `from` up to `to`, 0 for none; the mixer asks this of every strip at every tick. */
export function meanSquareOf(samples: Float32Array, from = 0, to = samples.length): number {
  let sum = 0;
  // By index, and multiplied: an iterator costs three times as much, and a power is a call until the code is hot.
  for (let index = from; index < to; index++) {
    const sample = samples[index] ?? 0;
    sum += sample * sample;
  }
  return sum / Math.max(1, to - from);
}
