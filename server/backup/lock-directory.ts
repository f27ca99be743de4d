import { join } from "node:path";
import { lockExclusively } from "../store/exclusive-lock.ts";
import { BackupError } from "./backup-error.ts";

const lockName = "backup-lock.db";

function tryToLock(directory: string): Disposable | undefined {
  try {
    return lockExclusively(join(directory, lockName));
  } catch (error) {
    const message = `${directory} cannot be locked: name a directory that can be written`;
    throw new BackupError("place", message, { cause: error });
  }
}

/** Keeps a directory to one backup at a time, also after one whose process was killed. Throws `busy`, and `place` where the disk cannot lock. */
export function lockDirectory(directory: string): Disposable {
  const lock = tryToLock(directory);
  if (lock === undefined) throw new BackupError("busy", `another backup into ${directory} is being made`);
  return lock;
}
