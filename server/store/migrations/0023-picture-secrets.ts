import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** Three pictures that a pupil touches after their bird, as an argon2 hash; NULL for who needs none. */
export const pictureSecrets: Migration = {
  up: async (database) => {
    await sql.raw(`ALTER TABLE pupil ADD COLUMN secretHash TEXT`).execute(database);
  },
};
