import type { SheetRow } from "./read-sheet.ts";

/** Which column is which, by its place; a surname's is only there to tell two equal first names apart. */
export type Columns = {
  classroom: number | undefined;
  firstName: number | undefined;
  surname: number | undefined;
  /** Index of the row that names the columns; -1 when the list begins at once. */
  head: number;
};

type Kind = "classroom" | "firstName" | "surname";

// Words of ONDE, SIECLE, Pronote and of hand-made lists, without accents and signs.
const words: Readonly<Record<Kind, RegExp>> = {
  classroom: /^(?:(?:libelle|nom|code) (?:de la |de )?)?(?:classes?|division|structure)\b/,
  firstName: /^(?:prenoms?\b|eleves?$|nom (?:et |de l )?prenoms?$|nom complet$|pseudo)/,
  surname: /^nom(?: de famille| de naissance| usuel| d usage| eleve| de l eleve| d usage eleve)?$/,
};
const adults = /responsable|parent|tuteur|legal|pere|mere|enseignant|professeur/;

const plain = (title: string) =>
  title
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim()
    .toLowerCase();

const placeOf = (titles: readonly string[], kind: Kind) => {
  const place = titles.findIndex((title) => words[kind].test(title) && !adults.test(title));
  return place === -1 ? undefined : place;
};

/** Guesses the columns by their titles, which may stand below a few lines of heading; without titles, a list of two columns is class and first name. */
export function findColumns(rows: readonly SheetRow[]): Columns {
  for (const [head, { cells }] of rows.slice(0, 6).entries()) {
    const titles = cells.map(plain);
    const firstName = placeOf(titles, "firstName");
    const classroom = placeOf(titles, "classroom");
    if (firstName === undefined && classroom === undefined) continue;
    return { classroom, firstName, surname: placeOf(titles, "surname"), head };
  }
  const isPair = rows.every(({ cells }) => cells.filter((cell) => cell !== "").length === 2);
  return isPair
    ? { classroom: 0, firstName: 1, surname: undefined, head: -1 }
    : { classroom: undefined, firstName: undefined, surname: undefined, head: -1 };
}
