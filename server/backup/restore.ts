import { mkdir, readdir, rename, rm, statfs, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { carryOver, type CarriedOver } from "../store/carry-over.ts";
import { newestForm, openDatabase } from "../store/open-database.ts";
import { formOf, snapshotDatabase } from "../store/snapshot.ts";
import { BackupError } from "./backup-error.ts";
import { copyHashed } from "./copy-hashed.ts";
import { databaseName, type BackedUpFile, type Manifest } from "./manifest.ts";
import { newerTraces, tombstonesName } from "./newer-traces.ts";
import { verify } from "./verify.ts";

/** What to restore and where to; `former` is the data directory from before, `erased` a list of erased pupils that was kept elsewhere. */
export type RestoreOrder = {
  backup: string;
  dataDirectory: string;
  former?: string | undefined;
  erased?: string | undefined;
};

/** What came back. `carried` is `undefined` where no newer database was found: what was answered and taken back since `madeAt` is then unknown. */
export type Restored = {
  madeAt: string;
  files: number;
  erasedPupils: number;
  carried: CarriedOver | undefined;
};

/**
 * Brings a station back from a backup into an empty directory. Nothing is written before every byte of the backup was found to be as it was; the database comes last, so that a
 * restore that was broken off is no station. Who was erased since stays erased: the station sees to it when it starts. Throws {@link BackupError}.
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const { backup, dataDirectory } = order;
  await requireEmpty(dataDirectory);
  const manifest = await verify(backup);
  if (manifest.form > newestForm) {
    throw new BackupError("place", "the backup was made by a newer Antenne: install that one, then restore");
  }
  const traces = await newerTraces(backup, order);
  requireKnownForm(traces.database);
  await requireSpace(dataDirectory, manifest);
  await copyFiles(order, manifest);
  await writeFile(join(dataDirectory, tombstonesName), traces.tombstones.map((line) => `${line}\n`).join(""), {
    mode: 0o600,
  });
  const waiting = join(dataDirectory, `${databaseName}.restoring`);
  await copyChecked(
    join(backup, databaseName),
    waiting,
    manifest.files.find(({ path }) => path === databaseName)!,
  );
  await bringToNewestForm(waiting);
  const carried = await carryOverFrom(traces.database, waiting);
  await rename(waiting, join(dataDirectory, databaseName));
  return {
    madeAt: manifest.madeAt,
    files: manifest.files.length,
    erasedPupils: traces.tombstones.length,
    carried: traces.database === undefined ? undefined : carried,
  };
}

/** What is taken over is taken over whole, or nothing is restored. */
function requireKnownForm(newer: string | undefined): void {
  if (newer === undefined || formOf(newer).at(-1)! <= newestForm) return;
  throw new BackupError("place", `${newer} was written by a newer Antenne: install that one, then restore`);
}

async function bringToNewestForm(copy: string): Promise<void> {
  await (await openDatabase(copy, { isCopy: true })).destroy();
}

/** The newer database itself stays as it is: a copy of it is brought to today's form, and removed. */
async function carryOverFrom(newer: string | undefined, restored: string): Promise<CarriedOver> {
  if (newer === undefined) return carryOver(restored, undefined);
  const folder = `${restored}.newer`;
  const copy = join(folder, databaseName);
  try {
    await mkdir(folder, { mode: 0o700 });
    await snapshotDatabase(newer, copy);
    await bringToNewestForm(copy);
    return carryOver(restored, copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function requireEmpty(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  if (names.length > 0) {
    throw new BackupError(
      "place",
      `${directory} is not empty: move it away (mv), and hand it on with --former, so that what is newer in it is not forgotten`,
    );
  }
}

async function requireSpace(dataDirectory: string, { files }: Manifest): Promise<void> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const needed = files.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const { bavail, bsize } = await statfs(dataDirectory);
  if (bavail * bsize < needed)
    throw new BackupError("space", `${dataDirectory} has too little room: ${Math.ceil(needed / 1e6)} MB are needed`);
}

async function copyFiles({ backup, dataDirectory }: RestoreOrder, { files }: Manifest): Promise<void> {
  for (const file of files) {
    if (file.path === databaseName || file.path === tombstonesName) continue;
    await copyChecked(join(backup, file.path), join(dataDirectory, file.path), file);
  }
}

async function copyChecked(from: string, to: string, { sha256 }: BackedUpFile): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  if ((await copyHashed(from, to)).sha256 !== sha256)
    throw new BackupError("damaged", `${from} changed while it was read: take another backup`);
}
