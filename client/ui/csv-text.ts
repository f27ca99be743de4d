import Papa from "papaparse";

// A tab or a line end before a formula is skipped by some spreadsheets.
const formula = /^[\t\r\n]*[=+\-@\t\r]/;

/** A table as a CSV that a spreadsheet opens as it is: with its signature, and semicolons. What would be a formula there (a title may begin with `=`) stays text. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${Papa.unparse(rows as (string | number)[][], { delimiter: ";", escapeFormulae: formula })}\r\n`;
