import { describe, expect, test } from "vitest";
import { fillIn, formLanguages } from "../../../client/classroom/form/languages.ts";

/** Every sentence of a form. */
const sentencesOf = (words: unknown): string[] =>
  typeof words === "string" ? [words] : Object.values(words as object).flatMap(sentencesOf);
const blanksOf = (words: unknown) =>
  sentencesOf(words)
    .flatMap((sentence) => sentence.match(/\{\{ \w+ \}\}/g) ?? [])
    .sort();

test("the form speaks the seven languages in which families are addressed", () => {
  expect(Object.keys(formLanguages).sort()).toEqual(["ar", "en", "es", "fr", "pt", "tr", "uk"]);
});

describe.each(Object.entries(formLanguages))("the form in %s", (_, words) => {
  test("says all that the French one says, and leaves the same blanks to fill in", () => {
    expect(sentencesOf(words)).toHaveLength(sentencesOf(formLanguages.fr).length);
    expect(blanksOf(words)).toEqual(blanksOf(formLanguages.fr));
    expect(sentencesOf(words).filter((sentence) => sentence.trim() === "")).toEqual([]);
  });
});

test("blanks are filled in, and a strange one stays", () => {
  expect(fillIn("{{ school }}, {{ none }}", { school: "Les Marronniers" })).toBe("Les Marronniers, {{ none }}");
});
