import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  // A row is a wish; `way` says that the episode's current files fulfil it, and how.
  `CREATE TABLE leftOutVoice (
     episodeId TEXT NOT NULL REFERENCES episode(id) ON DELETE CASCADE, pupilId TEXT NOT NULL, leftOutAt INTEGER NOT NULL,
     way TEXT CHECK (way IN ('remixed', 'silenced')), PRIMARY KEY (episodeId, pupilId))`,
  `ALTER TABLE episode ADD COLUMN publishedBefore INTEGER`,
];

/** Which voices are left out of which episodes, and episodes that come back to their feed once that is done. */
export const leftOutVoices: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
