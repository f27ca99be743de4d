import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const ofRecording = "recordingId TEXT NOT NULL REFERENCES recording(id) ON DELETE CASCADE";

const statements = [
  // pupilId NULL is a grown-up; endedAt NULL lasts until the recording's end.
  `CREATE TABLE speakerSpell (
     ${ofRecording}, stripId TEXT NOT NULL, pupilId TEXT REFERENCES pupil(id) ON DELETE CASCADE,
     beganAt INTEGER NOT NULL, endedAt INTEGER)`,
  `CREATE INDEX speakerSpellOfRecording ON speakerSpell (recordingId)`,
  `CREATE INDEX speakerSpellOfPupil ON speakerSpell (pupilId)`,
  `CREATE TABLE heldRole (
     ${ofRecording}, pupilId TEXT NOT NULL REFERENCES pupil(id) ON DELETE CASCADE, role TEXT NOT NULL,
     PRIMARY KEY (recordingId, pupilId, role))`,
  `CREATE INDEX heldRoleOfPupil ON heldRole (pupilId)`,
  `CREATE TABLE measuredShow (
     recordingId TEXT NOT NULL PRIMARY KEY REFERENCES recording(id) ON DELETE CASCADE,
     measuredAt INTEGER NOT NULL, seconds REAL NOT NULL, overlaps INTEGER NOT NULL, overlapSeconds REAL NOT NULL, equality REAL)`,
  `CREATE TABLE showVoice (
     ${ofRecording}, pupilId TEXT REFERENCES pupil(id) ON DELETE CASCADE,
     seconds REAL NOT NULL, share REAL NOT NULL, turns INTEGER NOT NULL, longestSeconds REAL NOT NULL,
     overlapSeconds REAL NOT NULL, replyGapSeconds REAL)`,
  `CREATE INDEX showVoiceOfRecording ON showVoice (recordingId)`,
  `CREATE INDEX showVoiceOfPupil ON showVoice (pupilId)`,
];

/** Who is said to speak where and when, which roles pupils held, and how a show's time was shared out. */
export const showTurns: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
