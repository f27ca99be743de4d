import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE school (id TEXT PRIMARY KEY, name TEXT NOT NULL, city TEXT NOT NULL, createdAt INTEGER NOT NULL)`,
  `CREATE TABLE account (
     id TEXT PRIMARY KEY, schoolId TEXT NOT NULL REFERENCES school(id) ON DELETE CASCADE,
     email TEXT NOT NULL UNIQUE COLLATE NOCASE, passwordHash TEXT NOT NULL, displayName TEXT NOT NULL,
     role TEXT NOT NULL CHECK (role IN ('teacher', 'admin')), createdAt INTEGER NOT NULL)`,
  `CREATE TABLE classroom (
     id TEXT PRIMARY KEY, schoolId TEXT NOT NULL REFERENCES school(id) ON DELETE CASCADE,
     name TEXT NOT NULL, schoolYear TEXT NOT NULL, code TEXT NOT NULL UNIQUE, codeExpiresAt INTEGER NOT NULL, createdAt INTEGER NOT NULL)`,
  `CREATE TABLE membership (
     accountId TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
     classroomId TEXT NOT NULL REFERENCES classroom(id) ON DELETE CASCADE, PRIMARY KEY (accountId, classroomId))`,
  `CREATE TABLE pupil (
     id TEXT PRIMARY KEY, classroomId TEXT NOT NULL REFERENCES classroom(id) ON DELETE CASCADE,
     firstName TEXT NOT NULL, bird TEXT NOT NULL, colour INTEGER NOT NULL, createdAt INTEGER NOT NULL)`,
  `CREATE TABLE session (
     tokenHash TEXT PRIMARY KEY, accountId TEXT REFERENCES account(id) ON DELETE CASCADE,
     pupilId TEXT REFERENCES pupil(id) ON DELETE CASCADE, createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL,
     CHECK ((accountId IS NULL) <> (pupilId IS NULL)))`,
  `CREATE TABLE channel (
     id TEXT PRIMARY KEY, classroomId TEXT NOT NULL REFERENCES classroom(id) ON DELETE CASCADE,
     slug TEXT NOT NULL UNIQUE, title TEXT NOT NULL, description TEXT NOT NULL, author TEXT NOT NULL, language TEXT NOT NULL,
     visibility TEXT NOT NULL CHECK (visibility IN ('class', 'family', 'public')), bird TEXT NOT NULL, colour INTEGER NOT NULL,
     coverVersion INTEGER NOT NULL DEFAULT 0, hasOwnCover INTEGER NOT NULL DEFAULT 0, changedAt INTEGER NOT NULL, createdAt INTEGER NOT NULL)`,
  `CREATE TABLE show (
     id TEXT PRIMARY KEY, channelId TEXT NOT NULL REFERENCES channel(id) ON DELETE CASCADE,
     title TEXT NOT NULL, scheduledAt INTEGER, state TEXT NOT NULL CHECK (state IN ('planned', 'live', 'ended')), createdAt INTEGER NOT NULL)`,
  `CREATE TABLE cart (
     id TEXT PRIMARY KEY, classroomId TEXT NOT NULL REFERENCES classroom(id) ON DELETE CASCADE,
     title TEXT NOT NULL, kind TEXT NOT NULL, colour INTEGER NOT NULL, durationSeconds REAL NOT NULL, createdAt INTEGER NOT NULL)`,
  `CREATE TABLE recording (
     id TEXT PRIMARY KEY, showId TEXT NOT NULL REFERENCES show(id) ON DELETE CASCADE,
     directory TEXT NOT NULL, startedAt INTEGER NOT NULL, endedAt INTEGER, durationSeconds REAL, integratedLufs REAL)`,
  `CREATE TABLE episode (
     id TEXT PRIMARY KEY, channelId TEXT NOT NULL REFERENCES channel(id) ON DELETE CASCADE,
     showId TEXT REFERENCES show(id) ON DELETE SET NULL, recordingId TEXT REFERENCES recording(id) ON DELETE SET NULL,
     season INTEGER NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('rendering', 'failed', 'rendered', 'published')),
     recordedAt INTEGER NOT NULL, publishedAt INTEGER, durationSeconds REAL, chapters TEXT NOT NULL,
     version INTEGER NOT NULL, enclosures TEXT NOT NULL, integratedLufs REAL, truePeakDbtp REAL, renderJobId TEXT, createdAt INTEGER NOT NULL)`,
  `CREATE TABLE job (
     id TEXT PRIMARY KEY, kind TEXT NOT NULL, payload TEXT NOT NULL, classroomId TEXT REFERENCES classroom(id) ON DELETE CASCADE,
     state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
     progress REAL NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0, error TEXT, runAfter INTEGER NOT NULL, createdAt INTEGER NOT NULL)`,
  `CREATE TABLE audit (
     id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL, target TEXT NOT NULL, detail TEXT)`,
  `CREATE TRIGGER auditIsNotChanged BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
  `CREATE TRIGGER auditIsNotErased BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
  `CREATE INDEX pupilOfClassroom ON pupil (classroomId)`,
  `CREATE INDEX sessionOfAccount ON session (accountId)`,
  `CREATE INDEX sessionOfPupil ON session (pupilId)`,
  `CREATE INDEX channelOfClassroom ON channel (classroomId)`,
  `CREATE INDEX showOfChannel ON show (channelId)`,
  `CREATE INDEX cartOfClassroom ON cart (classroomId)`,
  `CREATE INDEX recordingOfShow ON recording (showId)`,
  `CREATE INDEX episodeOfChannel ON episode (channelId, publishedAt DESC)`,
  `CREATE INDEX jobInLine ON job (state, runAfter)`,
];

/** Everything the first station needs: people, channels, shows, recordings, episodes, jobs, audit. */
export const firstStation: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
