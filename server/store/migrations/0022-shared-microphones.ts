import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const columns = "recordingId, stripId, pupilId, heardAt";

const statements = [
  `CREATE TABLE heardVoiceNow (
     recordingId TEXT NOT NULL REFERENCES recording(id) ON DELETE CASCADE, stripId TEXT NOT NULL, pupilId TEXT NOT NULL,
     heardAt INTEGER NOT NULL, PRIMARY KEY (recordingId, stripId, pupilId))`,
  `INSERT INTO heardVoiceNow (${columns}) SELECT ${columns} FROM heardVoice`,
  `DROP TABLE heardVoice`,
  `ALTER TABLE heardVoiceNow RENAME TO heardVoice`,
  `CREATE INDEX heardVoiceOfPupil ON heardVoice (pupilId)`,
];

/** Several pupils are heard on one strip, one after the other or at once. */
export const sharedMicrophones: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
