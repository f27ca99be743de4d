import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** Above everything ordinary, below what the system itself needs. */
const nice = -10;

/**
 * Lets the calling thread go first when the cores are busy with renderings, pages and uploads. Works on Linux for root and for whoever
 * may raise priorities (CAP_SYS_NICE); elsewhere it changes nothing. Tells whether it did.
 */
export function raiseThreadPriority(): boolean {
  try {
    // Linux gives every thread a nice value of its own; /proc/thread-self ends with the thread's number.
    const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
    setPriority(thread, nice);
    return true;
  } catch {
    return false;
  }
}
