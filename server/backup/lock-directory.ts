import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { BackupError } from "./backup-error.ts";

const lockName = "backup.lock";

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const take = async (path: string) => {
  await using file = await open(path, "wx", 0o600);
  await file.writeFile(String(process.pid));
};

/** Keeps a directory to one backup at a time, also after one whose process was killed. Throws `busy`. */
export async function lockDirectory(directory: string): Promise<AsyncDisposable> {
  const path = join(directory, lockName);
  await take(path).catch(async (error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const holder = Number(await readFile(path, "utf8").catch(() => "0"));
    if (isRunning(holder)) throw new BackupError("busy", `another backup into ${directory} is being made`);
    await rm(path, { force: true });
    await take(path);
  });
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}
