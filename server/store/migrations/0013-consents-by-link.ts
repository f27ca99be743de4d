import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const columns = "id, pupilId, scope, givenBy, givenOn, endsOn, means, recordedAt, recordedBy";

const statements = [
  `CREATE TABLE voiceConsentNow (
     id INTEGER PRIMARY KEY, pupilId TEXT NOT NULL REFERENCES pupil(id) ON DELETE CASCADE,
     scope TEXT NOT NULL CHECK (scope IN ('none', 'class', 'family', 'public')), givenBy TEXT NOT NULL,
     givenOn TEXT NOT NULL, endsOn TEXT NOT NULL CHECK (endsOn >= givenOn), means TEXT NOT NULL CHECK (means IN ('paper', 'familyLink')),
     recordedAt INTEGER NOT NULL, recordedBy TEXT REFERENCES account(id) ON DELETE SET NULL)`,
  `INSERT INTO voiceConsentNow (${columns}) SELECT ${columns} FROM voiceConsent`,
  // A table that goes fires no trigger of its rows.
  `DROP TABLE voiceConsent`,
  `ALTER TABLE voiceConsentNow RENAME TO voiceConsent`,
  `CREATE INDEX voiceConsentOfPupil ON voiceConsent (pupilId, id)`,
  // Only that an account is gone may be written into an answer; nothing else ever changes.
  `CREATE TRIGGER voiceConsentIsNotChanged BEFORE UPDATE ON voiceConsent
     WHEN NEW.recordedBy IS NOT NULL OR EXISTS (SELECT 1 FROM account WHERE id = OLD.recordedBy) OR NEW.id <> OLD.id OR NEW.pupilId <> OLD.pupilId OR NEW.scope <> OLD.scope
       OR NEW.givenBy <> OLD.givenBy OR NEW.givenOn <> OLD.givenOn OR NEW.endsOn <> OLD.endsOn OR NEW.means <> OLD.means
       OR NEW.recordedAt <> OLD.recordedAt
     BEGIN SELECT RAISE(ABORT, 'voice consents are append-only'); END`,
  // An answer goes with its pupil, and not before.
  `CREATE TRIGGER voiceConsentIsNotErased BEFORE DELETE ON voiceConsent
     WHEN EXISTS (SELECT 1 FROM pupil WHERE id = OLD.pupilId)
     BEGIN SELECT RAISE(ABORT, 'voice consents are append-only'); END`,
];

/** Families answer about a voice by their private link too. */
export const consentsByLink: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
