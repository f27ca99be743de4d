import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "../../../server/store/open-database.ts";
import { nobody } from "../../../server/store/personal-data/nobody.ts";
import { personalData } from "../../../server/store/personal-data/personal-data.ts";

const document = readFileSync(new URL("../../../docs/privacy.md", import.meta.url), "utf8");
const rows = document
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (what|---) \|/.test(line))
  .map((line) => line.slice(2).split(" | "));

/** Every column of the database, as `table.column`. */
async function columnsOfTheDatabase(): Promise<string[]> {
  const database = await openDatabase(":memory:");
  const { rows: columns } = await sql<{ name: string }>`
    SELECT of_table.name || '.' || of_column.name AS name
    FROM sqlite_schema AS of_table JOIN pragma_table_info(of_table.name) AS of_column
    WHERE of_table.type = 'table' AND of_table.name NOT LIKE 'kysely%' AND of_table.name NOT LIKE 'sqlite%'`.execute(
    database,
  );
  await database.destroy();
  return columns.map(({ name }) => name).sort();
}

const classified = Object.entries(personalData).flatMap(([table, columns]) =>
  Object.entries(columns).map(([column, about]) => ({ name: `${table}.${column}`, about })),
);

test("of every column of the database it is known whether it is about a person", async () => {
  const columns = await columnsOfTheDatabase();
  const known = new Set(classified.map(({ name }) => name));
  const untold = columns.filter((name) => !known.has(name));
  const gone = [...known].filter((name) => !columns.includes(name));
  const advice =
    "say in server/store/personal-data/ whom each is about; what is about a person is a row of docs/privacy.md too";
  expect(untold, `new columns, ${advice}`).toEqual([]);
  expect(gone, `columns that are not there any more, ${advice}`).toEqual([]);
});

test("what is about a person is told in the privacy document: why, on which legal basis, for how long, who sees it", () => {
  const told = rows.map(([what]) => what!);
  const untold = classified.filter(({ about }) => about !== nobody && !told.some((what) => what.startsWith(about)));
  expect(untold, "no row of docs/privacy.md begins like this").toEqual([]);
  const short = rows.filter(
    (cells) => cells.length !== 5 || cells.some((cell) => cell.replaceAll("|", "").trim() === ""),
  );
  expect(short, "a row has five cells: what, why, legal basis, how long, who sees it").toEqual([]);
  const basis = /\b6\.1\.[a-f]\b|^the same$/;
  expect(
    rows.filter(([, , on]) => !basis.test(on!)),
    "the legal basis names its letter of the GDPR's article 6.1",
  ).toEqual([]);
});
