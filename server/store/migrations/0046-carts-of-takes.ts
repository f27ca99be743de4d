import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** Of which take a sound of the desk was made, so that it is made once. */
export const cartsOfTakes: Migration = {
  up: async (database) => {
    await sql
      .raw(`ALTER TABLE spokenCart ADD COLUMN takeId TEXT REFERENCES take (id) ON DELETE SET NULL`)
      .execute(database);
    await sql.raw(`CREATE INDEX spokenCartByTake ON spokenCart (takeId)`).execute(database);
  },
};
