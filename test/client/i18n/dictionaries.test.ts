import { describe, expect, test } from "vitest";
import { en } from "../../../client/i18n/en/dictionary.ts";
import { fr } from "../../../client/i18n/fr/dictionary.ts";
import { makeSpeaker } from "../../../client/i18n/speaker.ts";
import { ErrorCode } from "../../../schemas/errors.ts";

type Tree = { readonly [key: string]: string | Tree };

/** Every sentence of a dictionary with its place, plural forms included. */
function sentencesOf(tree: Tree, place = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${place}${key}`, value]] : sentencesOf(value, `${place}${key} › `),
  );
}

const blanksOf = (sentence: string) => [...sentence.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort();
const french = sentencesOf(fr);

describe.each([{ language: "en", dictionary: en }])("the $language dictionary", ({ dictionary }) => {
  const sentences = sentencesOf(dictionary);

  test("says all that the French one says, and nothing else", () => {
    expect(sentences.map(([place]) => place).sort()).toEqual(french.map(([place]) => place).sort());
  });

  test("leaves the same blanks to fill in", () => {
    const theirs = new Map(sentences);
    for (const [place, sentence] of french) {
      expect([place, blanksOf(theirs.get(place) ?? "")]).toEqual([place, blanksOf(sentence)]);
    }
  });

  test("has no empty sentence", () => {
    expect(sentences.filter(([, sentence]) => sentence.trim() === "")).toEqual([]);
  });
});

test("every refusal of the server has its sentence and its advice", () => {
  expect(Object.keys(fr.errors).sort()).toEqual([...ErrorCode.options].sort());
  expect(Object.keys(fr.advice).sort()).toEqual([...ErrorCode.options].sort());
});

test("a French double sign is preceded by a no-break space, for the fonts have no narrow one", () => {
  const faults = french.filter(([, sentence]) => / [:;!?»]|« |\u202f/.test(sentence));
  expect(faults).toEqual([]);
});

test("French uses the typographic apostrophe", () => {
  expect(french.filter(([, sentence]) => /\p{L}'\p{L}/u.test(sentence))).toEqual([]);
});

test("no refusal shows its code or blames the reader", () => {
  const said = sentencesOf({ errors: fr.errors, advice: fr.advice });
  expect(said.filter(([, sentence]) => /oups|[a-z]+_[a-z]+|erreur \d/i.test(sentence))).toEqual([]);
});

test("a number chooses its plural, and blanks are filled in", () => {
  const { t, count } = makeSpeaker(
    () => fr,
    () => "fr",
  );
  expect(count("classroom.summary", 1, { year: "2026-2027" })).toBe("1 élève, année 2026-2027");
  expect(count("classroom.summary", 12, { year: "2026-2027" })).toBe("12 élèves, année 2026-2027");
  expect(t("doors.hello", { name: "Aya" })).toBe("Bonjour Aya\u00a0!");
});
