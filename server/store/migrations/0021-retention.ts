import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE retention (
     schoolId TEXT PRIMARY KEY REFERENCES school(id) ON DELETE CASCADE,
     trackDays INTEGER NOT NULL, recordingDays INTEGER NOT NULL, episodeYears INTEGER, mayKeepEpisodes INTEGER NOT NULL,
     auditDays INTEGER NOT NULL, consentsEndOn TEXT NOT NULL, changedAt INTEGER NOT NULL)`,
  // Schools that are there already are told before the first thing goes.
  `INSERT INTO retention SELECT id, 365, 365, 1, 1, 1095, '08-31', unixepoch() * 1000 FROM school`,
  // The rows stay, for they tell who is heard in the episode.
  `ALTER TABLE recording ADD COLUMN tracksGoneAt INTEGER`,
  `ALTER TABLE recording ADD COLUMN goneAt INTEGER`,
  `ALTER TABLE episode ADD COLUMN keptUntil TEXT`,
  // Append-only still, but for what is older than the schools keep it: the horizon moves forward only.
  `CREATE TABLE auditHorizon (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL)`,
  `INSERT INTO auditHorizon VALUES (1, 0)`,
  `CREATE TRIGGER auditHorizonMovesForward BEFORE UPDATE ON auditHorizon WHEN NEW.at < OLD.at
     BEGIN SELECT RAISE(ABORT, 'the audit horizon moves forward'); END`,
  `DROP TRIGGER auditIsNotErased`,
  `CREATE TRIGGER auditIsNotErased BEFORE DELETE ON audit WHEN OLD.at >= (SELECT at FROM auditHorizon)
     BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
];

/** How long schools keep what they make, which recordings are gone while their episode stays, and an account of acts that ends. */
export const retention: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
