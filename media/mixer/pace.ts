/** What a tick does with its voice: play the next 20 ms, leave 20 ms out first, or play the last 20 ms once more. */
export type Pace = "play" | "skip" | "repeat";

const quiet = { skipAboveMs: 25, repeatBelowMs: -8 };
const sounding = { skipAboveMs: 60, repeatBelowMs: -15 };

/** Chooses a tick's pace; `spareMs` is how much longer than wanted packets wait. A pause is used early, speech is cut only in need. */
export function paceOf(spareMs: number, isQuiet: boolean): Pace {
  const limits = isQuiet ? quiet : sounding;
  if (spareMs > limits.skipAboveMs) return "skip";
  return spareMs < limits.repeatBelowMs ? "repeat" : "play";
}
