import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE listening (
     episodeId TEXT NOT NULL REFERENCES episode(id) ON DELETE CASCADE, day TEXT NOT NULL,
     way TEXT NOT NULL CHECK (way IN ('page', 'app')), count INTEGER NOT NULL,
     PRIMARY KEY (episodeId, day, way)) WITHOUT ROWID`,
  `CREATE TABLE liveListening (
     showId TEXT NOT NULL REFERENCES show(id) ON DELETE CASCADE, day TEXT NOT NULL, count INTEGER NOT NULL,
     PRIMARY KEY (showId, day)) WITHOUT ROWID`,
  `CREATE TABLE liveMinute (
     showId TEXT NOT NULL REFERENCES show(id) ON DELETE CASCADE, at INTEGER NOT NULL, listeners INTEGER NOT NULL,
     PRIMARY KEY (showId, at)) WITHOUT ROWID`,
  `ALTER TABLE retention ADD COLUMN listeningDays INTEGER NOT NULL DEFAULT 730`,
];

/** How many listened, by day and by minute of a live show: numbers, and nothing that tells who. */
export const listenings: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
