/** A passage of the programme that no episode holds, because it was removed on air before anybody heard it. */
export type Muted = { startSeconds: number; durationSeconds: number };

/** The recorder notes passages in whole blocks of this many frames. */
const framesPerBlock = 960;
const blockAt = (seconds: number): number => Math.round((seconds * 48_000) / framesPerBlock);

/** ffmpeg filters that leave the passages out, exact to the sample; to stand before all others. */
export function keepFilters(muted: readonly Muted[]): string[] {
  if (muted.length === 0) return [];
  const passages = muted.map(({ startSeconds, durationSeconds }) => {
    const last = blockAt(startSeconds + durationSeconds) - 1;
    return `between(n\\,${blockAt(startSeconds)}\\,${last})`;
  });
  return [`asetnsamples=n=${framesPerBlock}:p=0`, `aselect=not(${passages.join("+")})`, "asetpts=N/SR/TB"];
}

/** Where a moment of the programme stands in the episode; one inside a passage that was left out stands where it was. */
export function keptSeconds(seconds: number, muted: readonly Muted[]): number {
  const left = muted.map((passage) => Math.min(Math.max(0, seconds - passage.startSeconds), passage.durationSeconds));
  return left.reduce((rest, out) => rest - out, seconds);
}
