import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { backUp } from "../../server/backup/back-up.ts";
import { openLog } from "../../server/open-log.ts";
import { openNewsroom } from "../../server/open-newsroom.ts";
import { openDatabase } from "../../server/store/open-database.ts";
import { openStore } from "../../server/store/open-store.ts";
import { scratch } from "./scratch.ts";

const day = 86_400_000;

/** A place for backups of a data directory, made one a day. */
export function openVault(dataDirectory: string, keep = 14) {
  const disk = scratch();
  const directory = disk.file("backups");
  let now = Date.parse("2026-11-17T02:00:00Z");
  return {
    disk,
    directory,
    backUp: () => backUp({ dataDirectory, directory, keep, clock: () => (now += day) }),
    /** All that stands there but the lock. */
    names: async () => (await readdir(directory)).filter((name) => name !== "backup-lock.db").sort(),
    [Symbol.dispose]: () => disk[Symbol.dispose](),
  };
}

/** What a restored directory becomes when its station starts; the caller waits for its works. */
export async function startRestored(directory: string) {
  await using opening = new AsyncDisposableStack();
  const database = opening.adopt(await openDatabase(join(directory, "antenne.db")), (open) => open.destroy());
  const store = openStore(database, Date.now);
  const parts = { database, carts: store.carts, mediaDirectory: join(directory, "media") };
  const newsroom = opening.use(
    await openNewsroom({
      ...parts,
      imports: { directory: undefined, mayBePrivate: false },
      log: openLog("silent"),
      clock: Date.now,
    }),
  );
  const open = opening.move();
  return { store, newsroom, [Symbol.asyncDispose]: () => open.disposeAsync() };
}
