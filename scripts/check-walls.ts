// Checks who imports whom (.dependency-cruiser.mjs), and that nothing is called what says nothing.
//
//   node scripts/check-walls.ts [directory]        (default: this checkout)
import path from "node:path";
import { cruise, type ICruiseResult, type IFlattenedRuleSet, type ICruiseOptions } from "dependency-cruiser";
import rules from "../.dependency-cruiser.mjs";
import { programRooms, sourceFiles } from "./source-files.ts";

const root = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, ".."));
process.chdir(root);
const files = sourceFiles(root, [...programRooms, "test", "scripts"]);
const options = { ...rules.options, ruleSet: rules as IFlattenedRuleSet, validate: true } as ICruiseOptions;
const { modules, summary } = (await cruise(files, options)).output as ICruiseResult;

const seen = new Set(modules.map((module) => module.source));
const vagueName = /(^|\/)(utils?|helpers?|common|types|index)(\.tsx?$|\/)/;
const complaints = [
  ...summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(" -> ");
    return `${rule.name}: ${from} -> ${way}`;
  }),
  ...files.filter((file) => !seen.has(file)).map((file) => `dependency-cruiser did not see ${file}`),
  ...files.filter((file) => vagueName.test(file)).map((file) => `${file}: a thing lives with its noun or gets a noun`),
];
if (files.length === 0) complaints.push("there is nothing to check");

complaints.forEach((complaint) => console.log(complaint));
console.log(`${files.length} modules, ${complaints.length} broken walls`);
process.exitCode = complaints.length === 0 ? 0 : 1;
