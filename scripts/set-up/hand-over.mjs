import { spawn } from "node:child_process";
import path from "node:path";
import { environment, node24, root } from "./run.mjs";

// Node keeps here what it made of each TypeScript file: a thread that comes and goes beside a show would strip the types again, by
// WebAssembly whose unloading in one of many threads can end the whole process (docs/decisions.md). `npm ci` empties it.
const compiled = { NODE_COMPILE_CACHE: path.join(root, "node_modules/.cache/compiled") };

/** Starts `args` on Node 24 in place of this process, as far as one can: same terminal, same signals, same exit code. */
export function handOver(args) {
  const child = spawn(node24, args, { cwd: root, stdio: "inherit", env: environment(compiled) });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => handOn(signal, child));
  child.on("exit", (code, signal) => (process.exitCode = code ?? (signal === null ? 1 : 128)));
}

// At a terminal Ctrl-C reaches the child by itself; a second one would read as impatience.
function handOn(signal, child) {
  if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
}
