import { z } from "zod";
import { Grade, mclmTargets } from "./exercises.ts";
import { RundownItemId } from "./ids.ts";

/** Whose pace a text's length is reckoned by: that of all who speak it, that of some of them with the usual one for the others, or only the usual one of a grade. */
export const AirtimePace = z.enum(["own", "partly", "usual"]);
/** See {@link AirtimePace}. */
export type AirtimePace = z.infer<typeof AirtimePace>;

/** How long the text of a part is likely to take, in whole seconds. The pace itself is told nobody: it would rank pupils. */
export const Airtime = z.strictObject({ itemId: RundownItemId, seconds: z.int().min(1), pace: AirtimePace });
/** See {@link Airtime}. */
export type Airtime = z.infer<typeof Airtime>;

/** The parts of a rundown that have a text, and by which grade the usual pace is; `null` where the class reads in none: then it is an adult's. */
export const Airtimes = z.strictObject({ grade: Grade.nullable(), items: z.array(Airtime) });
/** See {@link Airtimes}. */
export type Airtimes = z.infer<typeof Airtimes>;

/** Syllables in a French word that children read, as `countSyllables` counts: 782 in the 608 words of the library's texts. */
const syllablesPerWord = 1.3;
/** Words per minute of an adult who reads to others, and of pupils from the 5e on. */
const adultWords = 150;

/** Syllables per second, pauses included, of who reads as is asked at the end of a grade; of an adult for `null`. */
export const usualSyllableRate = (grade: Grade | null): number =>
  (((grade === null ? undefined : mclmTargets[grade]) ?? adultWords) * syllablesPerWord) / 60;
