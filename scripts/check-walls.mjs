// Checks who imports whom (.dependency-cruiser.mjs), and that nothing is called what says nothing.
//
//   node scripts/check-walls.mjs [directory]        (default: this checkout)
import path from "node:path";
import { cruise } from "dependency-cruiser";
import rules from "../.dependency-cruiser.mjs";
import { programRooms, sourceFiles } from "./source-files.mjs";
import { root as checkout } from "./set-up/run.mjs";

const root = path.resolve(process.argv[2] ?? checkout);
process.chdir(root);
const files = sourceFiles(root, [...programRooms, "test"]);
const { output } = await cruise(files, { ...rules.options, ruleSet: rules, validate: true });

const seen = new Set(output.modules.map((module) => module.source));
const unseen = files.filter((file) => !seen.has(file));
const vague = files.filter((file) => /(^|\/)(utils?|helpers?|common|types|index)(\.tsx?$|\/)/.test(file));

const complaints = [
  ...output.summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle === undefined ? to : cycle.map((step) => step.name ?? step).join(" -> ");
    return `${rule.name}: ${from} -> ${way}`;
  }),
  ...unseen.map((file) => `dependency-cruiser did not see ${file}`),
  ...vague.map((file) => `${file}: a thing lives with its noun or gets a noun`),
];
if (files.length === 0) complaints.push("there is nothing to check");

complaints.forEach((complaint) => console.log(complaint));
console.log(`${files.length} modules, ${complaints.length} broken walls`);
process.exitCode = complaints.length === 0 ? 0 : 1;
