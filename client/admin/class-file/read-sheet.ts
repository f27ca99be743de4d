import Papa from "papaparse";
import { decodeText } from "../../ui/decode-text.ts";

/** One row of the file, with the line it begins on. */
export type SheetRow = { line: number; cells: readonly string[] };

/** Largest file: a school's export has some hundred bytes a pupil. */
const largestBytes = 2_000_000;
const mostRows = 5_000;

/** Why a file is no list; the words are in the dictionary. */
export type FileFault = "tooLarge" | "tooLong" | "empty" | "notText";

const separators = [";", ",", "\t", "|"];

/** The separator that the first lines have most of, outside of quotes: guessing by equal widths fails on headings and empty lines. */
function separatorOf(text: string): string {
  const begun = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, "");
  const counts = separators.map((sign) => ({ sign, count: begun.split(sign).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

/** Rows that hold something. A cell is text, whatever it begins with: nothing is ever calculated from it. */
export function readSheet(bytes: Uint8Array): { rows: readonly SheetRow[] } | { fault: FileFault } {
  if (bytes.length > largestBytes) return { fault: "tooLarge" };
  const text = decodeText(bytes);
  if (text.includes("\0")) return { fault: "notText" };
  const { data } = Papa.parse<string[]>(text, { delimiter: separatorOf(text) });
  let line = 1;
  const rows = data.flatMap((cells): SheetRow[] => {
    const row = { line, cells: cells.map((cell) => cell.trim()) };
    line += 1 + cells.join("").split(/\r\n|\r|\n/).length - 1;
    return row.cells.some((cell) => cell !== "") ? [row] : [];
  });
  if (rows.length === 0) return { fault: "empty" };
  return rows.length > mostRows ? { fault: "tooLong" } : { rows };
}
