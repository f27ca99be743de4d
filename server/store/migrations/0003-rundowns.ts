import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE rundown (
     showId TEXT PRIMARY KEY REFERENCES show(id) ON DELETE CASCADE, revision INTEGER NOT NULL, items TEXT NOT NULL)`,
  `CREATE TABLE airedItem (
     id INTEGER PRIMARY KEY, recordingId TEXT NOT NULL REFERENCES recording(id) ON DELETE CASCADE,
     itemId TEXT NOT NULL, title TEXT NOT NULL, startedAt INTEGER NOT NULL)`,
  `CREATE INDEX airedItemOfRecording ON airedItem (recordingId)`,
];

/** What a show plans, and what of it really happened. */
export const rundowns: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
