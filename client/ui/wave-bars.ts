/** A waveform in the audiowaveform JSON format: pairs of minimum and maximum. */
export type Peaks = { bits: number; length: number; data: readonly number[] };

/** Whether something that came over the network is such a waveform. */
export const isPeaks = (body: unknown): body is Peaks =>
  typeof body === "object" &&
  body !== null &&
  "bits" in body &&
  "length" in body &&
  "data" in body &&
  Array.isArray(body.data);

/** Fetches a waveform; throws when it is not one. */
export async function readPeaks(url: string): Promise<Peaks> {
  const answer = await fetch(url);
  const body: unknown = answer.ok ? await answer.json() : undefined;
  if (!isPeaks(body)) throw new Error(`There is no waveform at ${url}.`);
  return body;
}

/** Heights of `count` bars, each the loudest of its stretch, from 0 to 1 where 1 is the loudest of all. */
export function barsOf(peaks: Peaks, count: number): number[] {
  const points = Math.floor(peaks.data.length / 2);
  const heights = Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * points) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * points) / count));
    return loudest(peaks.data, from, Math.min(to, points));
  });
  const top = Math.max(...heights, 1);
  return heights.map((height) => height / top);
}

function loudest(data: readonly number[], from: number, to: number): number {
  let found = 0;
  for (let point = from; point < to; point += 1) {
    found = Math.max(found, Math.abs(data[point * 2] ?? 0), Math.abs(data[point * 2 + 1] ?? 0));
  }
  return found;
}
