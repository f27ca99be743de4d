import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE exercise (
     id TEXT NOT NULL PRIMARY KEY,
     classroomId TEXT NOT NULL REFERENCES classroom (id) ON DELETE CASCADE,
     title TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL, isForAll INTEGER NOT NULL,
     showId TEXT REFERENCES show (id) ON DELETE SET NULL, itemId TEXT,
     dueOn TEXT, keptTakes INTEGER NOT NULL, listeners TEXT NOT NULL CHECK (listeners IN ('teacher', 'class')),
     hasModel INTEGER NOT NULL DEFAULT 0, createdAt INTEGER NOT NULL)`,
  `CREATE INDEX exerciseByClassroom ON exercise (classroomId)`,
  `CREATE TABLE exercisePupil (
     exerciseId TEXT NOT NULL REFERENCES exercise (id) ON DELETE CASCADE,
     pupilId TEXT NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
     PRIMARY KEY (exerciseId, pupilId)) WITHOUT ROWID`,
  `CREATE INDEX exercisePupilByPupil ON exercisePupil (pupilId)`,
  `CREATE TABLE take (
     id TEXT NOT NULL PRIMARY KEY,
     exerciseId TEXT NOT NULL REFERENCES exercise (id) ON DELETE CASCADE,
     pupilId TEXT NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
     partnerId TEXT REFERENCES pupil (id) ON DELETE CASCADE,
     state TEXT NOT NULL CHECK (state IN ('arriving', 'kept', 'sent')),
     recordedAt INTEGER NOT NULL, durationSeconds REAL NOT NULL, byteLength INTEGER NOT NULL,
     arrivedAt INTEGER, sentAt INTEGER,
     analysis TEXT NOT NULL DEFAULT 'waiting' CHECK (analysis IN ('waiting', 'measured', 'failed')),
     measures TEXT, selfAssessment TEXT)`,
  `CREATE INDEX takeByExercise ON take (exerciseId, pupilId)`,
  `CREATE INDEX takeByPupil ON take (pupilId)`,
  `CREATE INDEX takeByPartner ON take (partnerId)`,
];

/** Exercises that teachers set, and the takes that pupils make of them. */
export const exercises: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
