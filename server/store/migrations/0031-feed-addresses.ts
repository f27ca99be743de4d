import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE feedAddress (
     id TEXT PRIMARY KEY, familyId TEXT REFERENCES family(id) ON DELETE CASCADE,
     classroomId TEXT REFERENCES classroom(id) ON DELETE CASCADE, accountId TEXT REFERENCES account(id) ON DELETE CASCADE,
     tokenHash TEXT NOT NULL UNIQUE, device TEXT NOT NULL CHECK (device IN ('phone', 'tablet', 'computer', 'speaker')),
     createdAt INTEGER NOT NULL, isUsed INTEGER NOT NULL DEFAULT 0, CHECK ((familyId IS NULL) <> (classroomId IS NULL)))`,
  `CREATE INDEX feedAddressOfFamily ON feedAddress (familyId)`,
  `CREATE INDEX feedAddressOfClassroom ON feedAddress (classroomId)`,
  `CREATE INDEX feedAddressOfAccount ON feedAddress (accountId)`,
  `ALTER TABLE family ADD COLUMN isFeedUsed INTEGER NOT NULL DEFAULT 0`,
];

/** Private feed addresses beside the one that comes with a family's link: for its other devices, for teachers, for the class's devices. */
export const feedAddresses: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
