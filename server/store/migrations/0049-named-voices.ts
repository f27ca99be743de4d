import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  // Nobody was asked until now.
  `ALTER TABLE voiceConsent ADD COLUMN isNamed INTEGER NOT NULL DEFAULT 0 CHECK (isNamed IN (0, 1))`,
  `CREATE TRIGGER voiceConsentNameIsNotChanged BEFORE UPDATE OF isNamed ON voiceConsent
     WHEN NEW.isNamed <> OLD.isNamed
     BEGIN SELECT RAISE(ABORT, 'voice consents are append-only'); END`,
];

/** Whether a family lets the first name be told beside the voice: apart from the voice, and of no answer from before. */
export const namedVoices: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
