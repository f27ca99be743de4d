import { readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvText } from "../../../client/ui/csv-text.ts";
import { sourceFiles } from "../../../scripts/source-files.ts";

const root = path.resolve(import.meta.dirname, "../../..");

test("nothing that a spreadsheet would calculate leaves the station as a CSV, whatever stands before or behind it", () => {
  const hostile = ["=1+1", "+33", "-2", "@SUM(A1)", "=1\n2", "\n=1", "\t=1", "\r\n@x", '=HYPERLINK("http://a.test")'];
  const csv = csvText([hostile, ["Midi", 3, -2]]);
  const { data } = Papa.parse<string[]>(csv.slice(1).trimEnd(), { delimiter: ";" });
  for (const cell of data[0]!) expect(cell).toMatch(/^'/);
  expect(data[1], "numbers are numbers").toEqual(["Midi", "3", "-2"]);
});

test("every CSV of the station is written there, and nowhere else", () => {
  const writes = sourceFiles(root, ["client", "server"]).filter((file) =>
    /\.unparse\(|text\/csv"[^)]*`/.test(readFileSync(path.join(root, file), "utf8")),
  );
  expect(writes).toEqual(["client/ui/csv-text.ts"]);
});
