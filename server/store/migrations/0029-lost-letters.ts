import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE lostLetter (
     schoolId TEXT PRIMARY KEY REFERENCES school(id) ON DELETE CASCADE, about TEXT NOT NULL, email TEXT NOT NULL,
     reason TEXT NOT NULL, failedAt INTEGER NOT NULL)`,
];

/** The last letter of each school that did not arrive, for its admins. */
export const lostLetters: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
