import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const ofTake = "takeId TEXT NOT NULL REFERENCES take (id) ON DELETE CASCADE";

const statements = [
  `CREATE TABLE rubric (
     id TEXT NOT NULL PRIMARY KEY, classroomId TEXT NOT NULL REFERENCES classroom (id) ON DELETE CASCADE,
     title TEXT NOT NULL, source TEXT NOT NULL, criteria TEXT NOT NULL)`,
  `CREATE INDEX rubricByClassroom ON rubric (classroomId)`,
  `CREATE TABLE takeReview (
     takeId TEXT NOT NULL PRIMARY KEY REFERENCES take (id) ON DELETE CASCADE,
     heardAt INTEGER, reading TEXT, mclm REAL, accuracy REAL)`,
  `CREATE TABLE takeComment (
     id TEXT NOT NULL PRIMARY KEY, ${ofTake}, atSeconds REAL, text TEXT NOT NULL, hasSound INTEGER NOT NULL, createdAt INTEGER NOT NULL)`,
  `CREATE INDEX takeCommentByTake ON takeComment (takeId)`,
  // pupilId NULL is a teacher.
  `CREATE TABLE assessment (
     ${ofTake}, rubricId TEXT NOT NULL REFERENCES rubric (id) ON DELETE CASCADE,
     pupilId TEXT REFERENCES pupil (id) ON DELETE CASCADE,
     levels TEXT NOT NULL, words TEXT NOT NULL, assessedAt INTEGER NOT NULL)`,
  `CREATE INDEX assessmentByTake ON assessment (takeId)`,
  `CREATE INDEX assessmentByPupil ON assessment (pupilId)`,
  `CREATE TABLE peerInvitation (
     id TEXT NOT NULL PRIMARY KEY, ${ofTake}, pupilId TEXT NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
     rubricId TEXT NOT NULL REFERENCES rubric (id) ON DELETE CASCADE, UNIQUE (takeId, pupilId))`,
  `CREATE INDEX peerInvitationByPupil ON peerInvitation (pupilId)`,
  `CREATE TABLE sharedAlbum (
     pupilId TEXT NOT NULL PRIMARY KEY REFERENCES pupil (id) ON DELETE CASCADE, sharedAt INTEGER NOT NULL)`,
];

/** What is said of takes: marks, comments, rubrics with their levels, whom a pupil asked to listen, and albums that families may open. */
export const reviews: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
