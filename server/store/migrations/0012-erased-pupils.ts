import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** That a pupil was erased, by id alone: what is left of them for the station to hold to. */
export const erasedPupils: Migration = {
  up: async (database) => {
    await sql
      .raw(`CREATE TABLE erasedPupil (pupilId TEXT PRIMARY KEY, erasedAt INTEGER NOT NULL, answers INTEGER NOT NULL)`)
      .execute(database);
  },
};
