// Prints the figures of style.md for the program's rooms, and fails outside the targets.
//
//   node scripts/style-figures.mjs [directory]        (default: this checkout)
import { readFileSync } from "node:fs";
import path from "node:path";
import { programRooms, sourceFiles } from "./source-files.mjs";
import { root as checkout } from "./set-up/run.mjs";
import { undocumentedExports } from "./style/exports.mjs";
import { countAny, functionsOf, parse } from "./style/functions.mjs";

const targets = { function: { median: 12, p95: 40 }, file: { median: 80, p95: 220, max: 300 } };

const root = path.resolve(process.argv[2] ?? checkout);
const files = sourceFiles(root, programRooms).map((file) => {
  const text = readFileSync(path.join(root, file), "utf8");
  const source = parse(file, text);
  return {
    file,
    lines: text.split("\n").length - 1,
    functions: functionsOf(source).map((found) => ({ ...found, file })),
    anyCount: countAny(source),
    undocumented: undocumentedExports(file, source),
  };
});
const functions = files.flatMap((file) => file.functions);
const undocumented = files.flatMap((file) => file.undocumented);
const anys = files.filter(({ anyCount }) => anyCount > 0);

const complaints = [
  ...judge("function", functions),
  ...judge("file", files),
  ...anys.map(({ file, anyCount }) => `${file}: ${anyCount} × any`),
  ...undocumented.map((name) => `no docblock: ${name}`),
];
if (files.length === 0) complaints.push("there is nothing to measure");
console.log(`any: ${anys.length} files, undocumented exports: ${undocumented.length}`);
const longest = functions.sort((a, b) => b.lines - a.lines).slice(0, 5);
console.log(`longest functions: ${longest.map(({ name, file, line, lines }) => `${name} ${lines} (${file}:${line})`).join(", ")}`);
complaints.forEach((complaint) => console.log(complaint));
process.exitCode = complaints.length === 0 ? 0 : 1;

/** Prints median, 95th percentile and greatest of `lines`, and says which are beyond the target. */
function judge(noun, measured) {
  const sorted = measured.map(({ lines }) => lines).sort((a, b) => a - b);
  const figures = { median: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), max: sorted.at(-1) ?? 0 };
  const { median, p95, max } = figures;
  console.log(`${sorted.length} ${noun}s, lines: median ${median}, p95 ${p95}, max ${max}`);
  const beyond = Object.entries(targets[noun]).filter(([figure, target]) => figures[figure] > target);
  return beyond.map(([figure, target]) => `${noun} ${figure} is ${figures[figure]}, the target is ${target}`);
}

function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
