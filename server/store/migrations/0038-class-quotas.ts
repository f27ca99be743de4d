import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** How much of the disk a class may take; NULL for as much as its school. */
export const classQuotas: Migration = {
  up: async (database) => {
    await sql.raw("ALTER TABLE classroom ADD COLUMN quotaBytes INTEGER").execute(database);
  },
};
