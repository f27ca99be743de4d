import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE showCode (
     showId TEXT PRIMARY KEY REFERENCES show(id) ON DELETE CASCADE, code TEXT NOT NULL UNIQUE, expiresAt INTEGER NOT NULL)`,
  "ALTER TABLE session ADD COLUMN showId TEXT REFERENCES show(id) ON DELETE CASCADE",
  "CREATE INDEX sessionOfShow ON session (showId)",
];

/** A class code that opens until one show ends, and the sessions that were opened by it. */
export const showCodes: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
