import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE family (
     id TEXT PRIMARY KEY, schoolId TEXT NOT NULL REFERENCES school(id) ON DELETE CASCADE,
     language TEXT NOT NULL CHECK (language IN ('fr', 'en', 'ar', 'uk', 'pt', 'tr', 'es')), issue INTEGER NOT NULL,
     tokenHash TEXT UNIQUE, feedTokenHash TEXT UNIQUE, issuedAt INTEGER NOT NULL, pinHash TEXT, createdAt INTEGER NOT NULL)`,
  `CREATE TABLE familyChild (
     familyId TEXT NOT NULL REFERENCES family(id) ON DELETE CASCADE,
     pupilId TEXT NOT NULL REFERENCES pupil(id) ON DELETE CASCADE, PRIMARY KEY (familyId, pupilId))`,
  `CREATE INDEX familyOfPupil ON familyChild (pupilId)`,
  // A link that leads to nobody's class is nobody's.
  `CREATE TRIGGER familyGoesWithItsChildren AFTER DELETE ON familyChild
     WHEN NOT EXISTS (SELECT 1 FROM familyChild WHERE familyId = OLD.familyId)
     BEGIN DELETE FROM family WHERE id = OLD.familyId; END`,
  `CREATE TABLE sessionNow (
     tokenHash TEXT PRIMARY KEY, accountId TEXT REFERENCES account(id) ON DELETE CASCADE,
     pupilId TEXT REFERENCES pupil(id) ON DELETE CASCADE, familyId TEXT REFERENCES family(id) ON DELETE CASCADE,
     createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL,
     CHECK ((accountId IS NOT NULL) + (pupilId IS NOT NULL) + (familyId IS NOT NULL) = 1))`,
  `INSERT INTO sessionNow (tokenHash, accountId, pupilId, createdAt, expiresAt)
     SELECT tokenHash, accountId, pupilId, createdAt, expiresAt FROM session`,
  `DROP TABLE session`,
  `ALTER TABLE sessionNow RENAME TO session`,
  `CREATE INDEX sessionOfAccount ON session (accountId)`,
  `CREATE INDEX sessionOfPupil ON session (pupilId)`,
  `CREATE INDEX sessionOfFamily ON session (familyId)`,
];

/** Families, each with its children and one private link, and the sessions that it opens. */
export const families: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
