import { statfs } from "node:fs/promises";
import { RecorderError } from "./recorder-error.ts";

/** How much space a recording needs. */
export type DiskLimits = {
  /** A recording does not begin with less: 200 MB, twenty minutes of a full studio. */
  refuseBelowBytes: number;
  /** The desk is warned under this: 1 GB, two hours. */
  warnBelowBytes: number;
  /** Time between two looks. */
  everyMs: number;
};

/** What holds unless a station is told otherwise. */
export const usualDiskLimits: DiskLimits = { refuseBelowBytes: 200e6, warnBelowBytes: 1e9, everyMs: 3_000 };

/** Bytes that may still be written where `directory` is. */
export async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/** Throws `disk.full` when a recording had better not begin. */
export async function requireSpace(directory: string, { refuseBelowBytes }: DiskLimits): Promise<void> {
  const free = await freeBytes(directory);
  if (free < refuseBelowBytes)
    throw new RecorderError("disk.full", `${free} bytes are free, ${refuseBelowBytes} are needed`);
}

/** Tells at every look that space is short, until disposed. */
export function watchDisk(directory: string, limits: DiskLimits, onLow: (freeBytes: number) => void): Disposable {
  const look = async () => {
    const free = await freeBytes(directory).catch(() => Infinity);
    if (free < limits.warnBelowBytes) onLow(free);
  };
  const timer = setInterval(() => void look(), limits.everyMs);
  return {
    [Symbol.dispose]: () => {
      clearInterval(timer);
    },
  };
}
