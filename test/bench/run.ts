// npm run bench -- [NAME…] [--json FILE]
//
// Runs test/bench/NAME.bench.ts one after the other (all of them without a NAME) and prints a table;
// `--json FILE` writes the rows as well. Ends with an error if a bench threw or a goal was missed.
import { readdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Bench, Row } from "./row.ts";
import { toRow } from "./row.ts";

const suffix = ".bench.ts";
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length));

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(", ")}; there are: ${known.join(", ") || "none"}`);
  process.exit(2);
}

const columns = ["bench", "case", "value", "unit", "baseline", "ratio", "goal", "reached"] as const;
const widths = { bench: 12, case: 46, value: 12, unit: 8, baseline: 12, ratio: 8, goal: 14, reached: 8 };
const rows: Row[] = [];
console.log(columns.map((column) => column.padEnd(widths[column])).join(" "));
for (const name of positionals.length > 0 ? positionals : known) await measure(name);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
if (rows.some((row) => row.reached === false)) process.exitCode = 1;
// A bench that leaves something open is a bench's fault, not a reason to hang.
process.exit();

async function measure(name: string): Promise<void> {
  try {
    const { bench } = (await import(`./${name}${suffix}`)) as { bench: Bench };
    for await (const measurement of bench()) {
      const row = toRow(name, measurement);
      rows.push(row);
      console.log(columns.map((column) => cell(row[column]).padEnd(widths[column])).join(" "));
    }
  } catch (error) {
    console.error(`bench ${name} failed:`, error);
    process.exitCode = 1;
  }
}

function cell(value: Row[keyof Row]): string {
  if (value === null) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(4)));
  return typeof value === "boolean" ? (value ? "yes" : "NO") : value;
}
