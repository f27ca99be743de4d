import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** Pictures that a teacher adds to an exercise, as JSON; their files lie beside its takes. */
export const exercisePictures: Migration = {
  up: async (database) => {
    await sql.raw(`ALTER TABLE exercise ADD COLUMN ownPictures TEXT NOT NULL DEFAULT '[]'`).execute(database);
  },
};
