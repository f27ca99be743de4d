// npm test: the check, then every test; with arguments only the tests, and vitest gets the arguments (`npm test -- test/media`).
// Ends with one line `N passed, N failed` that counts the parts of the check as tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { check } from "./check.ts";
import { environment, root } from "./set-up/run.mjs";

const report = path.join(root, "test-results/vitest.json");
const args = process.argv.slice(2);

const checked = args.length > 0 ? { passed: [], failed: [] } : await check();
mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });
const vitest = spawnSync("vitest", ["run", ...args], { cwd: root, stdio: "inherit", env: environment() });
const tests = readReport();
// A suite that cannot even be loaded, or an unhandled error, fails the run without failing a test.
const unseen = vitest.status !== 0 && tests.failed === 0 ? 1 : 0;

const passed = checked.passed.length + tests.passed;
const failed = checked.failed.length + tests.failed + unseen;
if (checked.failed.length > 0) console.log(`check failed: ${checked.failed.join(", ")}`);
const summary = `${passed} passed, ${failed} failed`;
writeFileSync(path.join(root, "test-results/summary.txt"), `${summary}\n`);
console.log(summary);
process.exitCode = failed === 0 ? 0 : 1;

function readReport(): { passed: number; failed: number } {
  type Report = { numPassedTests: number; numFailedTests: number };
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8")) as Report;
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
