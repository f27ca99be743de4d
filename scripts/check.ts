// npm run check: everything that can be said about the code without running it. The parts run side by side; the output of a part is
// shown when it fails, or when it is figures to look at.
import { spawn } from "node:child_process";
import os from "node:os";
import { environment, root } from "./set-up/run.mjs";
import { secondsSince } from "./set-up/say.mjs";

type Part = { name: string; program: string; args: string[]; isShown?: true };

const parts: readonly Part[] = [
  { name: "lint", program: "eslint", args: ["--quiet", "."] },
  { name: "types", program: "tsc", args: ["--noEmit", "-p", "."] },
  { name: "format", program: "prettier", args: ["--check", "--log-level", "warn", "."] },
  { name: "walls", program: "node", args: ["scripts/check-walls.ts"] },
  { name: "style", program: "node", args: ["scripts/style-figures.ts"], isShown: true },
  { name: "dependencies", program: "node", args: ["scripts/check-dependencies.ts"], isShown: true },
  { name: "protocol", program: "node", args: ["scripts/write-protocol.ts", "--check"] },
];

/** Runs all parts, at most one per core, and prints how each went; gives the names of those that passed and failed. */
export async function check(): Promise<{ passed: string[]; failed: string[] }> {
  const queue = [...parts];
  const results = { passed: [] as string[], failed: [] as string[] };
  const lane = async () => {
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
      results[(await passes(part)) ? "passed" : "failed"].push(part.name);
    }
  };
  await Promise.all(os.cpus().map(lane));
  return results;
}

async function passes({ name, program, args, isShown }: Part): Promise<boolean> {
  const startedAt = performance.now();
  const { code, output } = await outcome(program, args);
  console.log(`check: ${name}: ${code === 0 ? "passed" : "FAILED"} (${secondsSince(startedAt)})`);
  if ((code !== 0 || isShown) && output !== "") console.log(output.trimEnd());
  return code === 0;
}

function outcome(program: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number | null; output: string }>();
  const child = spawn(program, args, { cwd: root, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
  child.on("error", (error) => resolve({ code: 1, output: error.message }));
  child.on("close", (code) => resolve({ code, output }));
  return promise;
}

if (import.meta.main) {
  const { failed } = await check();
  process.exitCode = failed.length === 0 ? 0 : 1;
}
