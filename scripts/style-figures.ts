// Prints the figures of style for the program's rooms, and fails outside the targets.
//
//   node scripts/style-figures.ts [directory]        (default: this checkout)
import { readFileSync } from "node:fs";
import path from "node:path";
import { programRooms, sourceFiles } from "./source-files.ts";
import { undocumentedExports } from "./style/exports.ts";
import { countAny, functionsOf, parse } from "./style/functions.ts";

type Figures = { median: number; p95: number; max: number };
const targets: Record<"function" | "file", Partial<Figures>> = {
  function: { median: 12, p95: 40 },
  file: { median: 80, p95: 220, max: 300 },
};

const root = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, ".."));
const files = sourceFiles(root, programRooms).map(measure);
const functions = files.flatMap((file) => file.functions);
const undocumented = files.flatMap((file) => file.undocumented);
const withAny = files.filter(({ anyCount }) => anyCount > 0);

const complaints = [
  ...judge("function", functions),
  ...judge("file", files),
  ...withAny.map(({ file, anyCount }) => `${file}: ${anyCount} × any`),
  ...undocumented.map((name) => `no docblock: ${name}`),
];
if (files.length === 0) complaints.push("there is nothing to measure");
const anyCount = withAny.reduce((sum, file) => sum + file.anyCount, 0);
console.log(`any: ${anyCount}, undocumented exports: ${undocumented.length}`);
console.log(`longest functions: ${longest(5)}`);
complaints.forEach((complaint) => console.log(complaint));
process.exitCode = complaints.length === 0 ? 0 : 1;

function measure(file: string) {
  const text = readFileSync(path.join(root, file), "utf8");
  const source = parse(file, text);
  return {
    file,
    lines: text.split("\n").length - 1,
    functions: functionsOf(source).map((found) => ({ ...found, file })),
    anyCount: countAny(source),
    undocumented: undocumentedExports(file, source),
  };
}

/** Prints median, 95th percentile and greatest number of lines, and says which are beyond the target. */
function judge(noun: keyof typeof targets, measured: { lines: number }[]): string[] {
  const sorted = measured.map(({ lines }) => lines).sort((a, b) => a - b);
  const figures: Figures = { median: at(sorted, 0.5), p95: at(sorted, 0.95), max: sorted.at(-1) ?? 0 };
  const { median, p95, max } = figures;
  console.log(`${sorted.length} ${noun}s, lines: median ${median}, p95 ${p95}, max ${max}`);
  return (["median", "p95", "max"] as const).flatMap((figure) => {
    const target = targets[noun][figure] ?? Infinity;
    return figures[figure] > target ? [`${noun} ${figure} is ${figures[figure]}, the target is ${target}`] : [];
  });
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function longest(count: number): string {
  const first = functions.toSorted((a, b) => b.lines - a.lines).slice(0, count);
  return first.map(({ name, file, line, lines }) => `${name} ${lines} (${file}:${line})`).join(", ");
}
