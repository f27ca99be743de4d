import { spawnSync } from "node:child_process";

/** Runs a program and returns what it wrote to its standard output; throws when it fails. */
export function runProgram(program: string, args: readonly string[], input?: string | Uint8Array): Buffer {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, maxBuffer: 2 ** 30 });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.toString().slice(-500)}`);
  return stdout;
}

/** Whether a program is on this machine. */
export const isInstalled = (program: string): boolean => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
