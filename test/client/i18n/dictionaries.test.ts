import { describe, expect, test } from "vitest";
import { en } from "../../../client/i18n/en/dictionary.ts";
import { fr } from "../../../client/i18n/fr/dictionary.ts";
import { ar } from "../../../client/i18n/family/ar.ts";
import { es } from "../../../client/i18n/family/es.ts";
import { pt } from "../../../client/i18n/family/pt.ts";
import { tr } from "../../../client/i18n/family/tr.ts";
import { uk } from "../../../client/i18n/family/uk.ts";
import { languagesFor } from "../../../client/i18n/languages.ts";
import { makeSpeaker } from "../../../client/i18n/speaker.ts";
import { FamilyLanguage } from "../../../schemas/families.ts";
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

const families = { ar, es, pt, tr, uk };

describe.each(Object.entries(families))("the %s words of families' pages", (language, dictionary) => {
  const sentences = sentencesOf(dictionary);

  test("leave the same blanks to fill in, in every plural of the language", () => {
    const known = new Map(french);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [place, sentence] of sentences) {
      const blanks = blanksOf(known.get(place) ?? known.get(place.replace(/\w+$/, "other")) ?? "nowhere in French");
      // A number may be said by a word of its own: nobody, one, two.
      const said = /› (zero|one|two)$/.test(place) ? blanks.filter((name) => name !== "count") : blanks;
      expect([place, blanksOf(sentence)]).toEqual([place, expect.arrayContaining(said)]);
      expect([place, blanks]).toEqual([place, expect.arrayContaining(blanksOf(sentence))]);
    }
    // Portuguese and Spanish have a form for millions only, which a class's radio does not need.
    const needed = forms.filter((form) => form !== "many" || !["es", "pt"].includes(language));
    expect(Object.keys(dictionary.channel.listeners)).toEqual(expect.arrayContaining(needed));
  });

  test("have no empty sentence, and none that is left in French", () => {
    const known = new Map(french);
    // Short words may be the same in two languages.
    const isLong = (sentence: string) => sentence.replaceAll(/\{\{ \w+ \}\}/g, "").length > 12;
    expect(sentences.filter(([place, said]) => isLong(said) && said === known.get(place))).toEqual([]);
    expect(sentences.filter(([, sentence]) => sentence.trim() === "")).toEqual([]);
  });
});

test("a language that only families' pages speak is offered on these alone", () => {
  expect(languagesFor(false)).toEqual(["fr", "en"]);
  expect([...languagesFor(true)].sort()).toEqual([...FamilyLanguage.options].sort());
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

test("in French a name that begins with a vowel takes the end of what stands before it, and in no other language", () => {
  const says = { newcomers: { x: "La voix de {{ name }}, de {{ count }} secondes" } } as unknown as typeof fr;
  const sayIn = (language: string) =>
    makeSpeaker(
      () => says,
      () => language,
    ).t as unknown as (key: string, blanks: Record<string, string | number>) => string;
  expect(sayIn("fr")("newcomers.x", { name: "Inès", count: 8 })).toBe("La voix d’Inès, de 8 secondes");
  expect(sayIn("fr")("newcomers.x", { name: "Tiago", count: 8 })).toBe("La voix de Tiago, de 8 secondes");
  expect(sayIn("pt")("newcomers.x", { name: "Inès", count: 8 })).toBe("La voix de Inès, de 8 secondes");
});
