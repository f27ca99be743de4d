import { readdirSync, readlinkSync } from "node:fs";

const fileAt = (descriptor: string): string | undefined => {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    // The one that the folder itself was read by is gone.
    return undefined;
  }
};

/** Whether this process has a file open. */
export const isOpen = (path: string): boolean => readdirSync("/proc/self/fd").map(fileAt).includes(path);
