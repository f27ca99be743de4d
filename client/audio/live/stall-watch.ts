/** What to do about sound that should play: nothing, ask again for what is missing, or begin anew. */
export type StallMove = "none" | "nudge" | "reopen";

/** Without a step forward for this long, the listener is told that the sound is on its way. */
const quietMs = 1_200;
const nudgeMs = 4_000;
/** Waits before each new beginning; the last one repeats. */
const reopenMs = [10_000, 10_000, 15_000, 20_000, 30_000] as const;
/** After so long of even sound, what went wrong before is forgotten. */
const healthyMs = 10_000;

/** Watches whether live sound goes forward; every instant is in milliseconds of one clock. */
export function makeStallWatch(now: number) {
  let position: number | undefined;
  let advancedAt = now;
  let healthySince: number | undefined;
  let openedAt = now;
  let openings = 0;
  let isNudged = false;

  const advance = (at: number) => {
    healthySince ??= at;
    advancedAt = at;
    isNudged = false;
    if (at - healthySince > healthyMs) openings = 0;
  };

  return {
    /** Something new has been opened, and gets time to come. */
    opened: (at: number) => {
      openedAt = at;
      advancedAt = at;
      position = undefined;
      isNudged = false;
    },
    /** Whether sound has not gone forward for longer than a breath. */
    isQuiet: (at: number) => position === undefined || at - advancedAt > quietMs,
    quietForMs: (at: number) => at - advancedAt,
    /** Where the sound stands, asked about once a second; tells what to do. */
    heard: (reached: number, at: number): StallMove => {
      if (position === undefined ? reached > 0 : reached !== position) {
        // The first value after an opening is where it began, not yet a step.
        if (position !== undefined) advance(at);
        position = reached;
        return "none";
      }
      healthySince = undefined;
      const wait = reopenMs[Math.min(openings, reopenMs.length - 1)]!;
      if (at - Math.max(advancedAt, openedAt) >= wait) {
        openings += 1;
        return "reopen";
      }
      if (isNudged || at - advancedAt < nudgeMs) return "none";
      isNudged = true;
      return "nudge";
    },
  };
}
