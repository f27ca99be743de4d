/** A passage of the programme that no episode holds, because it was removed on air before anybody heard it. */
export type Muted = { startSeconds: number; durationSeconds: number };

/** The recorder notes passages in whole blocks of this many frames. */
const framesPerBlock = 960;
const blockAt = (seconds: number): number => Math.round((seconds * 48_000) / framesPerBlock);

/** 10 ms of going out and coming in, where two moments that never met are put together. */
const fadeFrames = 480;

/** ffmpeg filters that leave the passages out, exact to the sample and without a click; to stand before all others. */
export function keepFilters(muted: readonly Muted[]): string[] {
  if (muted.length === 0) return [];
  const passages = muted.map(({ startSeconds, durationSeconds }) => ({
    first: blockAt(startSeconds),
    last: blockAt(startSeconds + durationSeconds) - 1,
  }));
  const left = passages.map(({ first, last }) => `between(n\\,${first}\\,${last})`);
  return [
    `asetnsamples=n=${framesPerBlock}:p=0`,
    ...passages.flatMap(({ first, last }) => [
      fade("out", first - 1, first * framesPerBlock - fadeFrames),
      fade("in", last + 1, (last + 1) * framesPerBlock),
    ]),
    `aselect=not(${left.join("+")})`,
    "asetpts=N/SR/TB",
  ];
}

// A fade's sound is silent for ever on its far side, so it is let near its own block only.
const fade = (way: "in" | "out", block: number, fromFrame: number): string =>
  `afade=t=${way}:ss=${fromFrame}:ns=${fadeFrames}:enable=eq(n\\,${block})`;

/** Where a moment of the programme stands in the episode; one inside a passage that was left out stands where it was. */
export function keptSeconds(seconds: number, muted: readonly Muted[]): number {
  const left = muted.map((passage) => Math.min(Math.max(0, seconds - passage.startSeconds), passage.durationSeconds));
  return left.reduce((rest, out) => rest - out, seconds);
}
