import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { openDatabase, overSqlite, type Database } from "../../server/store/open-database.ts";

let form: Promise<Buffer> | undefined;

/** An empty database of the newest form, as bytes. */
async function makeForm(): Promise<Buffer> {
  const directory = mkdtempSync(join(tmpdir(), "antenne-form-"));
  try {
    const path = join(directory, "antenne.db");
    await (await openDatabase(path)).destroy();
    const file = new SQLite(path);
    // What is in memory has no journal beside it.
    file.pragma("journal_mode = DELETE");
    const bytes = file.serialize();
    file.close();
    return bytes;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** A connection that prepares each query once: for thousands of worlds one after the other, most of the time goes into that. */
class Prepared extends SQLite {
  readonly #known = new Map<string, unknown>();

  override prepare = ((sql: string): unknown => {
    const known = this.#known.get(sql) ?? super.prepare(sql);
    this.#known.set(sql, known);
    return known;
  }) as SQLite.Database["prepare"];
}

/** A station's empty database in memory for many worlds, one after the other; `empty` takes out all rows but the audit table's, which nobody may. */
export async function lastingDatabase() {
  form ??= makeForm();
  const sqlite = new Prepared(await form);
  const database = overSqlite(sqlite);
  const kept = ["audit", "auditHorizon", "kysely_migration", "kysely_migration_lock"];
  const tables = sqlite.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  const empty = () => {
    sqlite.pragma("foreign_keys = OFF");
    // Answers about pupils go once the pupils are gone.
    for (const table of ["pupil", ...tables.filter((name) => !kept.includes(name))])
      sqlite.prepare(`DELETE FROM "${table}"`).run();
    sqlite.pragma("foreign_keys = ON");
  };
  return { database, empty };
}

/** A station's empty database in memory, which goes through the changes of form once for all tests of a file: under a millisecond each. */
export async function freshDatabase(): Promise<Database> {
  form ??= makeForm();
  return overSqlite(new SQLite(await form));
}
