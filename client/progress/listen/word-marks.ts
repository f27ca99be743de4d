import { wordsOf } from "../../../schemas/count-text.ts";
import type { ReadingMarks } from "../../../schemas/reading.ts";

/** What a tap on a word says of it. */
export type Mark = "misread" | "corrected" | "last";

/** A word of a text with what stands around it, so that the text reads as it is printed. */
export type ShownWord = { before: string; word: string; after: string };

/** The words of a text, counted as {@link wordsOf} counts them; what stands between two words goes with the one before, up to the space. */
export function shownWords(text: string): ShownWord[] {
  let at = 0;
  const places = wordsOf(text).map((word) => {
    const from = text.indexOf(word, at);
    at = from + word.length;
    return { word, from, to: at };
  });
  return places.map(({ word, from, to }, index) => {
    const between = text.slice(to, places[index + 1]?.from ?? text.length);
    const before =
      index === 0 ? text.slice(0, from) : (/\s(\S+)$/.exec(text.slice(places[index - 1]?.to ?? 0, from))?.[1] ?? "");
    return { before, word, after: /^\S*/.exec(between)?.[0] ?? "" };
  });
}

/** The marks after a tap: a word that has the mark loses it; the last word read stays until another is. */
export function tapped(marks: ReadingMarks, word: number, mark: Mark): ReadingMarks {
  if (mark === "last") return { ...marks, lastWord: word };
  const without = (words: readonly number[]) => words.filter((each) => each !== word);
  const hasIt = marks[mark].includes(word);
  const both = { misread: without(marks.misread), corrected: without(marks.corrected) };
  return { ...marks, ...both, ...(!hasIt && { [mark]: [...both[mark], word].sort((a, b) => a - b) }) };
}
