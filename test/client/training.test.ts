import { expect, test } from "vitest";
import { countSyllables, countWords } from "../../schemas/count-text.ts";
import { exerciseLibrary } from "../../client/exercises/exercise-library.ts";
import { judgeMelody, judgePace, judgePauses, melodyPath } from "../../client/training/judge-figures.ts";
import type { TakeFigures } from "../../schemas/takes.ts";

test.each([
  ["Le petit chat boit du lait.", 6, 7],
  ["L’école est fermée aujourd’hui.", 6, 9],
  ["Une grenouille passa, puis deux carpes.", 6, 8],
  ["Il a 3 amis, Théo, Maëlle et Noé.", 8, 11],
  ["", 0, 0],
])("« %s » has %i words, and about %i syllables when it is read", (text, words, syllables) => {
  expect(countWords(text)).toBe(words);
  expect(Math.abs(countSyllables(text) - syllables)).toBeLessThanOrEqual(1);
});

test("texts of the library grow with the level, and each exercise has something to say", () => {
  const reading = exerciseLibrary.filter(({ kind }) => kind === "readAloud").map(({ text }) => countWords(text ?? ""));
  expect(reading).toEqual(reading.toSorted((one, other) => one - other));
  for (const { text, plan } of exerciseLibrary) expect((text ?? "") !== "" || (plan ?? []).length > 0).toBe(true);
});

const figures = (pauses: number): TakeFigures => ({
  ...{ speech: [{ from: 0, to: 60 }], pauses: Array.from({ length: pauses }, (_, at) => ({ from: at, to: at + 0.5 })) },
  ...{ phonationRatio: 0.8, nuclei: [], syllableRate: 3, articulationRate: 4, pitch: null, melody: [], level: null },
});

test("a voice is slow, calm or fast by what the teacher chose for the class, and so are silences and melody told in words", () => {
  const pace = { slowest: 2.5, fastest: 4.5 };
  expect([2, 3, 5].map((rate) => judgePace(rate, pace).word)).toEqual(["slow", "calm", "fast"]);
  expect([1, 10, 25].map((count) => judgePauses(figures(count)).word)).toEqual(["few", "breathing", "many"]);
  expect([1, 3, 6].map((semitones) => judgeMelody(semitones).word)).toEqual(["flat", "moving", "dancing"]);
  expect(judgePace(99, pace).at).toBe(1);
});

test("a melody is drawn in strokes, higher for a higher voice, and not where nothing is voiced", () => {
  expect(melodyPath([200, 400, 0, 200], 200, 40, 100)).toBe("M0.0 50.0L10.0 0.0M30.0 50.0");
});
