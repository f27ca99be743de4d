import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** Where a channel's public feed has moved to; NULL while it is here. */
export const movedChannels: Migration = {
  up: async (database) => {
    await sql.raw("ALTER TABLE channel ADD COLUMN movedTo TEXT").execute(database);
  },
};
