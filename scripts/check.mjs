// npm run check: everything that can be said about the code without running it. The parts run side by side; the output of a part is
// shown when it fails, or when it is a figure to look at.
import { spawn } from "node:child_process";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { environment, root } from "./set-up/run.mjs";
import { secondsSince } from "./set-up/say.mjs";

/** One thing that must hold, and the command that finds out. */
const parts = [
  { name: "types", command: ["tsc", "--noEmit", "-p", "."] },
  { name: "lint", command: ["eslint", "--max-warnings", "0", "."] },
  { name: "format", command: ["prettier", "--check", "--log-level", "warn", "."] },
  { name: "walls", command: ["node", "scripts/check-walls.mjs"] },
  { name: "style", command: ["node", "scripts/style-figures.mjs"], isShown: true },
  { name: "protocol", command: ["node", "scripts/write-protocol.ts", "--check"] },
];

/** Runs all parts, at most one per core; gives the names of those that passed and failed. */
export async function check() {
  const queue = [...parts];
  const results = { passed: [], failed: [] };
  const lane = async () => {
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
      (await passes(part)) ? results.passed.push(part.name) : results.failed.push(part.name);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, os.cpus().length) }, lane));
  return results;
}

async function passes({ name, command: [program, ...args], isShown }) {
  const startedAt = performance.now();
  const { code, output } = await outcome(program, args);
  console.log(`check: ${name}: ${code === 0 ? "passed" : "FAILED"} (${secondsSince(startedAt)})`);
  if ((code !== 0 || isShown) && output.trim() !== "") console.log(output.trimEnd());
  return code === 0;
}

function outcome(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await check();
  process.exitCode = failed.length === 0 ? 0 : 1;
}
