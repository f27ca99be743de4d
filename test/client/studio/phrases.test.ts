import { expect, test } from "vitest";
import { phrasesOf } from "../../../client/studio/phrases.ts";

test("a text is read phrase by phrase: by sentences, and long ones by their commas, with nothing lost", () => {
  const text =
    "Bonjour madame Diallo, merci d’être avec nous. À quelle heure commence votre tournée, et combien de maisons visitez-vous chaque matin ?\nAvez-vous peur des chiens ?";
  const phrases = phrasesOf(text, "fr");
  expect(phrases.map((phrase) => phrase.trim())).toEqual([
    "Bonjour madame Diallo, merci d’être avec nous.",
    "À quelle heure commence votre tournée,",
    "et combien de maisons visitez-vous chaque matin ?",
    "Avez-vous peur des chiens ?",
  ]);
  expect(phrases.join("")).toBe(text);
});

test("a text without any full stop is one phrase, and no text is none", () => {
  expect(phrasesOf("Il était une fois", "fr")).toEqual(["Il était une fois"]);
  expect(phrasesOf("", "fr")).toEqual([]);
});
