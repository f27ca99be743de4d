import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** What radios hear of a channel between its shows, if its teacher chose a sound. */
export const interludes: Migration = {
  up: async (database) => {
    await sql
      .raw(`ALTER TABLE channel ADD COLUMN interludeCartId TEXT REFERENCES cart(id) ON DELETE SET NULL`)
      .execute(database);
  },
};
