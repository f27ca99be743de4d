import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE transcript (
    episodeId TEXT NOT NULL PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    isTimed INTEGER NOT NULL,
    text TEXT NOT NULL,
    checkedAt INTEGER NOT NULL
  )`,
];

/** What is said in an episode, to be read. */
export const transcripts: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
