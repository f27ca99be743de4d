import { spawn } from "node:child_process";
import { environment, node24, root } from "./run.mjs";

/** Starts `args` on Node 24 in place of this process, as far as one can: same terminal, same signals, same exit code. */
export function handOver(args) {
  const child = spawn(node24, args, { cwd: root, stdio: "inherit", env: environment() });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => handOn(signal, child));
  child.on("exit", (code, signal) => (process.exitCode = code ?? (signal === null ? 1 : 128)));
}

// At a terminal Ctrl-C reaches the child by itself; a second one would read as impatience.
function handOn(signal, child) {
  if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
}
