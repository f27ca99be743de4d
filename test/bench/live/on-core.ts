import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const canPin = spawnSync("taskset", ["-c", "0", "true"]).status === 0;

/** A program that runs on one core alone; disposing it ends it. */
export type Pinned = AsyncDisposable & {
  readonly pid: number;
  readonly child: ChildProcess;
};

function disposable(child: ChildProcess): Pinned {
  const gone = once(child, "exit");
  return {
    pid: child.pid!,
    child,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** Starts a program on this core, where the machine lets us choose. */
export function onCore(core: number, program: string, args: readonly string[]): Pinned {
  const [command, all] = canPin ? ["taskset", ["-c", String(core), program, ...args]] : [program, [...args]];
  return disposable(spawn(command, all, { stdio: ["ignore", "ignore", "inherit", "ipc"] }));
}

/** Starts one of the programs beside this file as a station is started, and waits for what it says first; `next` is what it says next, or an error once it is gone. */
export async function programOnCore(core: number, name: string, args: readonly (string | number)[]) {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const program = onCore(core, process.execPath, ["--single-threaded-gc", path, ...args.map(String)]);
  const gone = once(program.child, "exit").then(() => {
    throw new Error(`${name} ended before it said all`);
  });
  gone.catch(() => undefined);
  const next = async () => ((await Promise.race([once(program.child, "message"), gone])) as [unknown])[0];
  return { ...program, next, said: await next() };
}
