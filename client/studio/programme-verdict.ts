import type { Levels, Strip } from "../../schemas/studio.ts";

/** What the programme's loudness asks of the teacher, as one word; `lower` also says whose fader. */
export type ProgrammeVerdict =
  { readonly word: "silent" | "tooQuiet" | "good" | "tooLoud" } | { readonly word: "lower"; readonly name: string };

/** Loudness that podcasts of voices are rendered to (docs: −16 LUFS stereo). */
export const targetLufs = -16;

// Rendering corrects what is within a few LU; the chip speaks when a hand on a fader does better.
const silentBelowLufs = -50;
const quietBelowLufs = targetLufs - 8;
const loudAboveLufs = targetLufs + 4;
// The limiter works from −1 dBTP on.
const limitedAboveDbfs = -1.2;

/** The open strip whose sound leaves the desk loudest, if one is clearly heard. */
function loudest(levels: Levels, strips: readonly Strip[]): Strip | undefined {
  const loudness = (strip: Strip) => (levels.strips[strip.id]?.rmsDbfs ?? -100) + strip.gainDb;
  const open = strips.filter((strip) => strip.isOpen && loudness(strip) > -40);
  return open.toSorted((one, other) => loudness(other) - loudness(one))[0];
}

/** Judges the programme over the last three seconds. */
export function judgeProgramme(levels: Levels, strips: readonly Strip[]): ProgrammeVerdict {
  const peak = Math.max(levels.programme.left.peakDbfs, levels.programme.right.peakDbfs);
  const loudness = levels.shortTermLufs;
  if (loudness < silentBelowLufs) return { word: "silent" };
  if (loudness > loudAboveLufs || (peak > limitedAboveDbfs && loudness > targetLufs)) {
    const strip = loudest(levels, strips);
    return strip === undefined ? { word: "tooLoud" } : { word: "lower", name: strip.name };
  }
  return { word: loudness < quietBelowLufs ? "tooQuiet" : "good" };
}
