import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE staffLink (
     tokenHash TEXT PRIMARY KEY, schoolId TEXT NOT NULL REFERENCES school(id) ON DELETE CASCADE,
     accountId TEXT REFERENCES account(id) ON DELETE CASCADE, email TEXT NOT NULL,
     role TEXT NOT NULL CHECK (role IN ('teacher', 'admin')), classroomIds TEXT NOT NULL, expiresAt INTEGER NOT NULL)`,
];

/** Links that an admin hands on, each used once: invitations, and new passwords for accounts that are there. */
export const staffLinks: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
