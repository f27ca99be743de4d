import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** Classes of a year that is over: out of every list, with what they made. */
export const archivedClassrooms: Migration = {
  up: async (database) => {
    await sql.raw("ALTER TABLE classroom ADD COLUMN archivedAt INTEGER").execute(database);
  },
};
