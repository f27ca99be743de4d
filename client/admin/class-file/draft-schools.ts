import { mostListed, Uai, type SchoolImport } from "../../../schemas/region.ts";
import type { SheetRow } from "./read-sheet.ts";

/** Why a line is no school; the words are in the dictionary. */
export type SchoolFault = { line: number; fault: "badUai" | "noName" | "longName" | "twice"; cell: string };

/** What goes to the station, and the lines that cannot. */
export type SchoolDraft = { list: SchoolImport; faults: readonly SchoolFault[] };

type Listed = SchoolImport["schools"][number];

const plain = (title: string) =>
  title
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim()
    .toLowerCase();

// As the national directory writes them, and hands; without accents and signs.
const titles = {
  uai: /^(?:uai|rne|identifiant de l etablissement|code uai|numero uai|code (?:de l )?etablissement)$/,
  name: /^(?:nom|nom (?:de l )?etablissement|appellation officielle|denomination|etablissement|name)$/,
  city: /^(?:ville|commune|nom (?:de la )?commune|localite|city)$/,
} as const;

function columnsOf({ cells }: SheetRow) {
  const words = cells.map(plain);
  const placeOf = (kind: keyof typeof titles) => words.findIndex((word) => titles[kind].test(word));
  const columns = { uai: placeOf("uai"), name: placeOf("name"), city: placeOf("city") };
  return Object.values(columns).includes(-1) ? undefined : columns;
}

function schoolIn({ line, cells }: SheetRow, columns: { uai: number; name: number; city: number }) {
  const [cell, name, city] = [columns.uai, columns.name, columns.city].map((place) => cells[place] ?? "");
  const uai = Uai.safeParse(cell);
  const at = (fault: SchoolFault["fault"]): SchoolFault => ({ line, fault, cell: cell! });
  if (!uai.success) return at("badUai");
  if (name === "" || city === "") return at("noName");
  if (name!.length > 120 || city!.length > 120) return at("longName");
  return [uai.data, name!, city!] satisfies Listed;
}

/** Schools by their codes; `undefined` when no line of the first ones names the columns. */
export function draftSchools(rows: readonly SheetRow[]): SchoolDraft | undefined {
  const head = rows.slice(0, 6).findIndex((row) => columnsOf(row) !== undefined);
  const columns = head === -1 ? undefined : columnsOf(rows[head]!);
  if (columns === undefined) return undefined;
  const schools = new Map<string, Listed>();
  const faults: SchoolFault[] = [];
  for (const row of rows.slice(head + 1, head + 1 + mostListed)) {
    const read = schoolIn(row, columns);
    if (!Array.isArray(read)) faults.push(read);
    else if (schools.has(read[0])) faults.push({ line: row.line, fault: "twice", cell: read[0] });
    else schools.set(read[0], read);
  }
  return { list: { schools: [...schools.values()] }, faults };
}
