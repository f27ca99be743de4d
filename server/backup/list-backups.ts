import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** A backup that was finished; `madeAt` in epoch milliseconds. */
export type ListedBackup = { path: string; madeAt: number };

const written = /^antenne-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Folder name of a backup that begins now, which sorts by time and fits every file system. */
export const backupName = (madeAt: number): string =>
  `antenne-${new Date(madeAt).toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;

/** The whole backups in a directory, the newest first; what was broken off has another name. */
export async function listBackups(directory: string): Promise<ListedBackup[]> {
  const names = (await readdir(directory).catch(() => [])).filter((name) => written.test(name));
  return names
    .sort()
    .reverse()
    .map((name) => ({
      path: join(directory, name),
      madeAt: Date.parse(name.replace(written, "$1-$2-$3T$4:$5:$6Z")),
    }));
}
