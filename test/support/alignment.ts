import { readSound, type Stretch } from "./sound.ts";

const sampleRate = 48_000;
const hop = 48;
const half = 240;

/** How two files are compared: by the envelope of everything, or of one tone; offsets up to `within` seconds are looked for. */
export type Comparison = { frequency?: number; within?: number; stretch?: Stretch };

/**
 * How much later, in seconds, `path` has the sound of `reference`; negative when it is earlier. Found where the envelopes
 * (1 ms apart, 10 ms wide) match best; good to about a millisecond when the sound has bursts.
 */
export async function offsetBetween(reference: string, path: string, comparison: Comparison = {}): Promise<number> {
  const { frequency, stretch = {}, within = 1 } = comparison;
  const [a, b] = await Promise.all([readSound(reference, stretch), readSound(path, stretch)]);
  return offsetOf(envelope(a, frequency), envelope(b, frequency), Math.round(within * 1_000)) / 1_000;
}

/** Level over time, one value each millisecond, of everything or of one tone (by demodulating it). */
export function envelope(samples: Float32Array, frequency?: number): Float64Array {
  const step = (2 * Math.PI * (frequency ?? 0)) / sampleRate;
  const cosines = runningSum(samples, (sample, index) =>
    frequency === undefined ? sample ** 2 : sample * Math.cos(step * index),
  );
  const sines = runningSum(samples, (sample, index) => (frequency === undefined ? 0 : sample * Math.sin(step * index)));
  return Float64Array.from({ length: Math.floor(samples.length / hop) }, (_, index) => {
    const from = Math.max(0, index * hop - half);
    const to = Math.min(samples.length, index * hop + half);
    const width = Math.max(1, to - from);
    const real = ((cosines[to] ?? 0) - (cosines[from] ?? 0)) / width;
    const imaginary = ((sines[to] ?? 0) - (sines[from] ?? 0)) / width;
    return frequency === undefined ? Math.sqrt(Math.max(real, 0)) : 2 * Math.hypot(real, imaginary);
  });
}

function runningSum(samples: Float32Array, value: (sample: number, index: number) => number): Float64Array {
  const sums = new Float64Array(samples.length + 1);
  samples.forEach((sample, index) => {
    sums[index + 1] = (sums[index] ?? 0) + value(sample, index);
  });
  return sums;
}

function offsetOf(a: Float64Array, b: Float64Array, within: number): number {
  const [reference, other] = [centred(a), centred(b)];
  const scores = Array.from({ length: 2 * within + 1 }, (_, index) => scoreAt(reference, other, index - within));
  const best = scores.reduce((top, score, index) => (score > (scores[top] ?? -Infinity) ? index : top), 0);
  const [before = 0, at = 0, after = 0] = [scores[best - 1], scores[best], scores[best + 1]];
  // The parabola through the best score and its neighbours has its top between the milliseconds.
  const bend = before - 2 * at + after;
  return best - within + (bend === 0 ? 0 : (before - after) / (2 * bend));
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
}

function scoreAt(a: Float64Array, b: Float64Array, lag: number): number {
  const from = Math.max(0, -lag);
  const to = Math.min(a.length, b.length - lag);
  let score = 0;
  for (let index = from; index < to; index++) score += (a[index] ?? 0) * (b[index + lag] ?? 0);
  return score;
}
