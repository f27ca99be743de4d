import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  // The pupil may be gone: then nobody answers for the voice any more, and it is for nobody.
  `CREATE TABLE heardVoice (
     recordingId TEXT NOT NULL REFERENCES recording(id) ON DELETE CASCADE, stripId TEXT NOT NULL, pupilId TEXT NOT NULL,
     heardAt INTEGER NOT NULL, PRIMARY KEY (recordingId, stripId))`,
  `CREATE INDEX heardVoiceOfPupil ON heardVoice (pupilId)`,
  `ALTER TABLE episode ADD COLUMN visibility TEXT CHECK (visibility IN ('class', 'family', 'public'))`,
];

/** Which pupils' voices are in which recording, and episodes that are for fewer people than their channel. */
export const heardVoices: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
