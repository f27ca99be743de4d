import { z } from "zod";

const wordIndex = z.int().min(0).max(5_000);
const seconds = z.number().min(0).max(3_600);
const places = z.array(wordIndex).max(2_000);

/**
 * What a teacher marked while listening to a text read aloud, word by word of `wordsOf`: words misread or left out, words that the pupil put right by themselves, the last
 * word that was read, and the stretch of the take in which all this was. A hesitation is nothing to be marked.
 */
export const ReadingMarks = z
  .strictObject({ misread: places, corrected: places, lastWord: wordIndex, from: seconds, to: seconds })
  .refine(({ from, to }) => from < to)
  .refine(({ misread, corrected }) => new Set([...misread, ...corrected]).size === misread.length + corrected.length);
/** See {@link ReadingMarks}. */
export type ReadingMarks = z.infer<typeof ReadingMarks>;

/** What marks come to. `mclm` are words read correctly per minute, `accuracy` their share of the words read, 0 to 1. */
export type ReadingScore = {
  wordsRead: number;
  errors: number;
  corrections: number;
  seconds: number;
  mclm: number;
  accuracy: number;
};

/** The E.L.FE protocol's arithmetic: what was put right is no error, and what is marked behind the last word read does not count. */
export function readingScore({ misread, corrected, lastWord, from, to }: ReadingMarks): ReadingScore {
  const isRead = (word: number) => word <= lastWord;
  const wordsRead = lastWord + 1;
  const errors = misread.filter(isRead).length;
  const right = wordsRead - errors;
  return {
    wordsRead,
    errors,
    corrections: corrected.filter(isRead).length,
    seconds: to - from,
    mclm: (right * 60) / (to - from),
    accuracy: right / wordsRead,
  };
}
