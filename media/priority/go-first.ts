import { spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** How a thread stands to everything else that wants the cores. */
export type Priority = "realTime" | "raised" | "ordinary";

// Just enough to go before everything ordinary, and behind the kernel's own threads.
const realTimePriority = "2";
const nice = -10;

/**
 * Lets a thread (or a process, which is its first thread) run as soon as it has something to do, however busy the cores are with renderings, uploads
 * and browsers: in Linux's real-time class (sched(7), round robin), else before what is ordinary. Both need root or CAP_SYS_NICE;
 * elsewhere it changes nothing. Only for what is done within a few ms each time.
 */
export function goFirst(thread: number): Priority {
  const { status } = spawnSync("chrt", ["--rr", "--pid", realTimePriority, String(thread)], { stdio: "ignore" });
  if (status === 0) return "realTime";
  try {
    setPriority(thread, nice);
    return "raised";
  } catch {
    return "ordinary";
  }
}

/** The calling thread's number in Linux; undefined elsewhere. */
export function ownThread(): number | undefined {
  try {
    // Linux gives every thread a priority of its own; /proc/thread-self ends with the thread's number.
    return Number(readlinkSync("/proc/thread-self").split("/").at(-1));
  } catch {
    return undefined;
  }
}
