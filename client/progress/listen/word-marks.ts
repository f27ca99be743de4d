import { wordsOf } from "../../../schemas/count-text.ts";
import type { ReadingMarks } from "../../../schemas/reading.ts";

/** What a tap on a word says of it. */
export type Mark = "misread" | "corrected" | "last";

/** A word of a text with what stands around it, so that the text reads as it is printed. */
export type ShownWord = { before: string; word: string; after: string };

// What opens something belongs to the word behind it.
const opening = /(?:[«“‘([—–-]\s*)+$/;

/** The words of a text, counted as {@link wordsOf} counts them; what stands between two words goes with the one before, but for what opens a speech. */
export function shownWords(text: string): ShownWord[] {
  let at = 0;
  const places = wordsOf(text).map((word) => {
    const from = text.indexOf(word, at);
    at = from + word.length;
    return { word, from, to: at };
  });
  let before = text.slice(0, places[0]?.from ?? 0);
  return places.map(({ word, to }, index) => {
    const next = places[index + 1];
    const between = text.slice(to, next?.from ?? text.length);
    // "porte-voix": nothing is opened without a space before it.
    const opened = next === undefined || !/\s/.test(between) ? "" : (opening.exec(between)?.[0] ?? "");
    const shown = {
      before: before.trimStart(),
      word,
      after: between.slice(0, between.length - opened.length).trimEnd(),
    };
    before = opened;
    return shown;
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
