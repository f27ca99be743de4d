import { expect, test } from "vitest";
import { shownWords, tapped } from "../../../client/progress/listen/word-marks.ts";
import { countWords } from "../../../schemas/count-text.ts";
import { readingScore, type ReadingMarks } from "../../../schemas/reading.ts";

const none: ReadingMarks = { misread: [], corrected: [], lastWord: 9, from: 2, to: 32 };

test("a text is tapped by the words that are counted, and still reads as it is printed", () => {
  const text = "— « Un porte-voix ? », dit-il. L’eau est froide…";
  const shown = shownWords(text);
  expect(shown).toHaveLength(countWords(text));
  const printed = shown.map(({ before, word, after }) => before + word + after).join(" ");
  expect(printed.replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
});

test("a second tap takes a mark away, another mark takes its place, and the last word read is one", () => {
  let marks = tapped(tapped(none, 3, "misread"), 5, "misread");
  expect(marks.misread).toEqual([3, 5]);
  marks = tapped(tapped(marks, 5, "misread"), 3, "corrected");
  expect([marks.misread, marks.corrected]).toEqual([[], [3]]);
  expect(tapped(tapped(marks, 4, "last"), 7, "last").lastWord).toBe(7);
});

test("a scripted reading comes to exactly its words per minute: what was put right is no error, what lies behind the last word does not count", () => {
  // 10 words in 30 s, 2 misread, 1 put right, 1 marked behind the end.
  const score = readingScore({ ...none, misread: [1, 4, 12], corrected: [6] });
  expect(score).toEqual({ wordsRead: 10, errors: 2, corrections: 1, seconds: 30, mclm: 16, accuracy: 0.8 });
});
