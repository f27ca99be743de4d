import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { sql } from "kysely";
import type { Database } from "./open-database.ts";

/**
 * Leaves nothing in the database's files of what was deleted: it is written anew, its log is emptied, and the copies that were made before a change of its form are
 * removed. Takes as long as copying the file. Throws when there is too little room for that, or when somebody else reads the file.
 */
export async function scrubDatabase(database: Database): Promise<void> {
  await sql`VACUUM`.execute(database);
  const emptied = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
  // Somebody reads meanwhile, a backup perhaps: what was deleted is in the log still.
  if (emptied.rows[0]?.busy !== 0) throw new Error("the database's log could not be emptied");
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(database);
  for (const { file } of rows) if (file !== "") await removeCopies(file);
}

async function removeCopies(path: string): Promise<void> {
  const copies = (await readdir(dirname(path))).filter((name) => name.startsWith(`${basename(path)}.before-`));
  await Promise.all(copies.map((name) => rm(join(dirname(path), name), { force: true })));
}
