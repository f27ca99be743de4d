import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { formOf, isSound } from "../store/snapshot.ts";
import { listBackups } from "./list-backups.ts";
import { databaseName } from "./manifest.ts";

/** Name of the list of erased pupils beside the database. */
export const tombstonesName = "erased-pupils.jsonl";

/** What later days left somewhere: who was erased, and the newest database that can still be read. */
export type NewerTraces = { tombstones: string[]; database: string | undefined };

const linesOf = async (path: string) => (await readFile(path, "utf8").catch(() => "")).split("\n");

/** One line for each pupil, without those that a power cut tore. */
function onceEach(lines: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const line of lines) {
    const pupilId = /"pupilId":"([^"]+)".*\}$/.exec(line)?.[1];
    if (pupilId !== undefined && !known.has(pupilId)) known.set(pupilId, line);
  }
  return [...known.values()];
}

function canBeRead(database: string): boolean {
  try {
    return isSound(database) && formOf(database).length > 0;
  } catch {
    return false;
  }
}

/**
 * Looks for what a backup cannot know: in the former data directory, where it is still there, and in the newer backups beside it. `erased` is a list of erased
 * pupils that was kept elsewhere.
 */
export async function newerTraces(
  backup: string,
  { former, erased }: { former?: string | undefined; erased?: string | undefined },
): Promise<NewerTraces> {
  const beside = (await listBackups(dirname(resolve(backup)))).map(({ path }) => path);
  const own = beside.indexOf(resolve(backup));
  const newer = own === -1 ? [] : beside.slice(0, own);
  const directories = [...(former === undefined ? [] : [former]), ...newer];
  const lists = [
    ...[backup, ...directories].map((path) => join(path, tombstonesName)),
    ...(erased === undefined ? [] : [erased]),
  ];
  return {
    tombstones: onceEach((await Promise.all(lists.map(linesOf))).flat()),
    database: directories.map((path) => join(path, databaseName)).find(canBeRead),
  };
}
