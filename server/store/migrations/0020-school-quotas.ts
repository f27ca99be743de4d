import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** How much of the disk a school may take; NULL for as much as there is. */
export const schoolQuotas: Migration = {
  up: async (database) => {
    await sql.raw("ALTER TABLE school ADD COLUMN quotaBytes INTEGER").execute(database);
  },
};
