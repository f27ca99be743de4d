import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  "ALTER TABLE family ADD COLUMN codeHash TEXT",
  "CREATE UNIQUE INDEX familyOfCode ON family (codeHash)",
];

/** The short code under a slip's QR code, for telephones that scan nothing. Links from before have none until they are renewed. */
export const slipCodes: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
