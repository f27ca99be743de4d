import { FirstName } from "../../../schemas/people.ts";

/** What a cell tells of a pupil; `mark` are the first letters of what stands beside the first name. */
export type NameInCell = { firstName: string; mark: string } | { fault: "noFirstName" | "unclearName" | "badName" };

const isCapitals = (word: string) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();

/** `JEAN-PIERRE` and `jean-pierre` are Jean-Pierre; what is written in both cases stays. */
const capitalise = (word: string) =>
  word === word.toUpperCase() || word === word.toLowerCase()
    ? word.toLowerCase().replaceAll(/(?<=^|[-’'])\p{L}/gu, (letter) => letter.toUpperCase())
    : word;

/** The first letters of a surname, without its signs. */
export const markOf = (surname: string) => surname.replaceAll(/[^\p{L}]/gu, "").slice(0, 3);

/**
 * The first name in a cell, alone: a school writes surnames in capitals, so of `DUPONT Emma` and `Emma DUPONT` Emma is kept. Of several first names the first
 * counts, unless `isOneName` says that the column holds the one that the child is called by: `Marie Lou` is then kept as Marie-Lou. `isWholeName` says that the column holds surname and first name together: then nothing is guessed where the writing does not tell them apart.
 */
export function firstNameIn(cell: string, isWholeName: boolean, isOneName = false): NameInCell {
  const words = cell
    .split(/[\s,]+/)
    .map((word) => word.replaceAll(/^[.()]+|[.()]+$/g, ""))
    .filter(Boolean);
  if (words.length === 0) return { fault: "noFirstName" };
  const mixed = words.filter((word) => !isCapitals(word));
  const isToldApart = mixed.length > 0 && mixed.length < words.length;
  if (isWholeName && words.length > 1 && !isToldApart) return { fault: "unclearName" };
  const first = (isToldApart ? mixed[0] : words[0])!;
  // Several, and not one of two words.
  const isList = cell.includes(",") || words.length !== 2;
  const doubled = isOneName && !isToldApart && !isList && FirstName.safeParse(words.map(capitalise).join("-"));
  if (doubled !== false && doubled.success) return { firstName: doubled.data, mark: "" };
  const parsed = FirstName.safeParse(capitalise(first));
  if (!parsed.success) return { fault: "badName" };
  return { firstName: parsed.data, mark: markOf(words.filter((word) => word !== first).join("")) };
}
