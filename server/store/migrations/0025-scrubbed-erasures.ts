import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `ALTER TABLE erasedPupil ADD COLUMN scrubbedAt INTEGER`,
  // Until now an erasure whose file was not written anew was told as a failure, and done again.
  `UPDATE erasedPupil SET scrubbedAt = erasedAt`,
];

/** When the database's file was written anew after an erasure; NULL while that is still to be done. */
export const scrubbedErasures: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
