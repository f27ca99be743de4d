import SQLite from "better-sqlite3";
import { z } from "zod";

/** More pages than any step of a copy holds: the second step takes the rest, so that a station that writes on does not make it begin again and again. */
const allPages = 0x7fffffff;

/**
 * Copies a database that others may be writing to, as it is at one instant, into one file that needs no other beside it. What others write after that instant
 * is not in it.
 */
export async function snapshotDatabase(from: string, to: string): Promise<void> {
  const source = new SQLite(from, { fileMustExist: true });
  try {
    source.pragma("busy_timeout = 5000");
    await source.backup(to, { progress: () => allPages });
  } finally {
    source.close();
  }
  const copy = new SQLite(to);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}

const Referenced = z.array(z.string());

/** How the paths below the data directory begin that a database names: for each of them there is at least one file, unless it was lost. */
export function referencedIn(path: string): string[] {
  return reading(path, (database) =>
    Referenced.parse(
      database
        .prepare(
          `SELECT 'media/' || directory || '/' FROM recording
           UNION SELECT 'media/episodes/' || id || '/' || version || '/' FROM episode WHERE enclosures <> '[]'
           UNION SELECT 'media/carts/' || id || '.' FROM cart`,
        )
        .pluck()
        .all(),
    ),
  );
}

/** The names of the changes of form that a database went through, the newest last. */
export const formOf = (path: string): string[] =>
  reading(path, (database) =>
    Referenced.parse(database.prepare("SELECT name FROM kysely_migration ORDER BY name").pluck().all()),
  );

/** Whether SQLite finds nothing wrong with a file. */
export const isSound = (path: string): boolean =>
  reading(path, (database) => database.pragma("quick_check", { simple: true }) === "ok");

function reading<Found>(path: string, read: (database: SQLite.Database) => Found): Found {
  const database = new SQLite(path, { readonly: true, fileMustExist: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
