import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `ALTER TABLE school ADD COLUMN uai TEXT`,
  `ALTER TABLE school ADD COLUMN shutAt INTEGER`,
  `ALTER TABLE school ADD COLUMN isRegion INTEGER NOT NULL DEFAULT 0`,
  `CREATE UNIQUE INDEX schoolByUai ON school (uai) WHERE uai IS NOT NULL`,
];

/** Schools have the ministry's code, and can be shut; a region's admins have a tenant of their own, which has no class. */
export const regionAdmins: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
