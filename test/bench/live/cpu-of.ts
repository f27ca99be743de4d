import { readdir, readFile } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import { descendantsOf } from "../../support/station.ts";

const ticksPerSecond = Number(spawnSync("getconf", ["CLK_TCK"], { encoding: "utf8" }).stdout) || 100;

/** Seconds of processor time that a process, with all its threads, has used. */
export async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // After the name, which may hold spaces: the 14th and 15th fields of proc(5).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

/** The same of a process and all below it. */
export async function cpuSecondsBelow(pid: number): Promise<number> {
  const pids = [pid, ...(await descendantsOf(pid))];
  const each = await Promise.all(pids.map(cpuSecondsOf));
  return each.reduce((sum, seconds) => sum + seconds, 0);
}

/** Megabytes of memory that a process holds, what it shares with others counted in part (PSS). */
export async function memoryMbOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1_000;
}

/** The same of a process and all below it. */
export async function memoryMbBelow(pid: number): Promise<number> {
  const pids = [pid, ...(await descendantsOf(pid))];
  const each = await Promise.all(pids.map(memoryMbOf));
  return each.reduce((sum, megabytes) => sum + megabytes, 0);
}

/** Whether this machine tells such things at all. */
export const canMeasure = async (): Promise<boolean> => (await readdir("/proc/self").catch(() => [])).length > 0;
