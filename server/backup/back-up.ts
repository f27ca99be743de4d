import { mkdir, open, readdir, realpath, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { formOf, isSound, referencedIn, snapshotDatabase } from "../store/snapshot.ts";
import { BackupError } from "./backup-error.ts";
import { fingerprint } from "./copy-hashed.ts";
import { fileTree } from "./file-tree.ts";
import { backupName, listBackups } from "./list-backups.ts";
import { lockDirectory } from "./lock-directory.ts";
import { databaseName, manifestName, readManifest, type Manifest } from "./manifest.ts";
import { isMirrored, Mirror, unlike, type FormerBackup } from "./mirror.ts";

/** What to back up, where to, and how many backups are kept. */
export type BackupOrder = {
  dataDirectory: string;
  directory: string;
  keep: number;
  clock?: () => number;
  /** Ends it between two files; nothing of it is left then. */
  signal?: AbortSignal | undefined;
};

/** A finished backup; `copiedBytes` is what it takes of the disk besides the former ones. */
export type FinishedBackup = { path: string; files: number; bytes: number; copiedBytes: number; madeAt: number };

/** Room that is left free besides what the backup needs: a show may be recording on the same disk. */
const spareBytes = 500_000_000;

/** How often the database is copied anew because a file that it names was replaced meanwhile. */
const mostRounds = 5;

const partialPrefix = "partial-";

/**
 * Makes a whole backup of a station, running or not: the database as it is at one instant, and every other file with its SHA-256. Files that have not changed since
 * the newest backup are linked to it. It gets its name when it is whole; what is broken off is removed by the next one. Throws {@link BackupError}.
 */
export async function backUp({
  dataDirectory,
  directory,
  keep,
  clock = Date.now,
  signal,
}: BackupOrder): Promise<FinishedBackup> {
  await requirePlaces(dataDirectory, directory);
  await using held = new AsyncDisposableStack();
  held.use(lockDirectory(directory));
  await removeBrokenOff(directory);
  const former = await findFormer(directory);
  const copiedBytes = await requireSpace({ dataDirectory, directory }, former);
  const madeAt = clock();
  const partial = join(directory, `${partialPrefix}${backupName(madeAt)}`);
  await mkdir(partial, { mode: 0o700 });
  try {
    const manifest = await fill({ dataDirectory, partial, madeAt, signal }, former);
    const path = join(directory, backupName(madeAt));
    await rename(partial, path);
    await syncDirectory(directory);
    await keepNewest(directory, keep);
    const bytes = manifest.files.reduce((sum, { byteLength }) => sum + byteLength, 0);
    return { path, files: manifest.files.length, bytes, copiedBytes, madeAt };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw foreseen(error, directory);
  }
}

async function requirePlaces(dataDirectory: string, directory: string): Promise<void> {
  const database = join(dataDirectory, databaseName);
  await stat(database).catch((error: unknown) => {
    throw new BackupError("place", `there is no station in ${dataDirectory}: name its data directory`, {
      cause: error,
    });
  });
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new BackupError("place", `${directory} cannot be made: name a directory that can be written`, {
      cause: error,
    });
  });
  const way = relative(await realpath(dataDirectory), await realpath(directory));
  if (way.split(sep)[0] !== ".." && !way.startsWith(sep)) {
    throw new BackupError("place", "a backup inside the data directory would be lost with it: name another place");
  }
}

async function removeBrokenOff(directory: string): Promise<void> {
  const left = (await readdir(directory)).filter((name) => name.startsWith(partialPrefix));
  for (const name of left) await rm(join(directory, name), { recursive: true, force: true });
}

/** The newest backup that says what it holds; one that was damaged is no reason to make none. */
async function findFormer(directory: string): Promise<FormerBackup | undefined> {
  for (const { path } of await listBackups(directory)) {
    const manifest = await readManifest(path).catch(() => undefined);
    if (manifest !== undefined) return { path, manifest };
  }
  return undefined;
}

async function requireSpace(
  { dataDirectory, directory }: Pick<BackupOrder, "dataDirectory" | "directory">,
  former: FormerBackup | undefined,
): Promise<number> {
  const changed = unlike(await fileTree(dataDirectory, isMirrored), former);
  const database = await stat(join(dataDirectory, databaseName));
  const needed = changed.reduce((sum, { byteLength }) => sum + byteLength, database.size);
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize >= needed + spareBytes) return needed;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
  const free = `${megabytes(bavail * bsize)} MB are free in ${directory}`;
  throw new BackupError(
    "space",
    `${free}, ${megabytes(needed + spareBytes)} MB are needed: make room, or keep fewer backups`,
  );
}

type Filling = { dataDirectory: string; partial: string; madeAt: number; signal: AbortSignal | undefined };

async function fill(
  { dataDirectory, partial, madeAt, signal }: Filling,
  former: FormerBackup | undefined,
): Promise<Manifest> {
  const mirror = new Mirror(dataDirectory, partial, former);
  const database = join(partial, databaseName);
  // The bulk first, so that the two below lie close together.
  await mirror.bringUp(signal);
  await copyTogether(join(dataDirectory, databaseName), database, mirror);
  if (!isSound(database))
    throw new BackupError("damaged", `${dataDirectory}/${databaseName} is damaged: restore the last backup`);
  const own = { path: databaseName, changedNs: "0", ...(await fingerprint(database)) };
  const form = formOf(database).at(-1) ?? "";
  const manifest = { version: 1 as const, madeAt: new Date(madeAt).toISOString(), form, files: [own, ...mirror.files] };
  await writeSynced(join(partial, manifestName), JSON.stringify(manifest, undefined, 1));
  await syncDirectory(partial);
  return manifest;
}

/** Until every file that the copied database names is there, or is missing in the station itself. */
async function copyTogether(from: string, to: string, mirror: Mirror): Promise<void> {
  let missing = "";
  for (let round = 0; round < mostRounds; round++) {
    await rm(to, { force: true });
    await snapshotDatabase(from, to);
    await mirror.bringUp();
    const paths = mirror.files.map(({ path }) => path);
    const now = referencedIn(to).filter((start) => !paths.some((path) => path.startsWith(start)));
    if (now.length === 0 || now.join() === missing) return;
    missing = now.join();
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true });
}

async function syncDirectory(path: string): Promise<void> {
  await using handle = await open(path, "r");
  await handle.sync();
}

async function keepNewest(directory: string, keep: number): Promise<void> {
  for (const { path } of (await listBackups(directory)).slice(Math.max(1, keep))) {
    // Never half there under its own name.
    const going = join(directory, `${partialPrefix}${path.slice(path.lastIndexOf(sep) + 1)}`);
    await rename(path, going);
    await rm(going, { recursive: true, force: true });
  }
}

function foreseen(error: unknown, directory: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC")
    return new BackupError("space", `${directory} is full: make room, or keep fewer backups`, { cause: error });
  if (code === "EACCES" || code === "EROFS" || code === "EPERM")
    return new BackupError("place", `${directory} cannot be written`, { cause: error });
  return error;
}
