import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** Which pupils are barred from which show; it goes with either of them. */
export const showBars: Migration = {
  up: async (database) => {
    await sql
      .raw(
        `CREATE TABLE showBar (
           showId TEXT NOT NULL REFERENCES show(id) ON DELETE CASCADE,
           pupilId TEXT NOT NULL REFERENCES pupil(id) ON DELETE CASCADE,
           barredAt INTEGER NOT NULL, PRIMARY KEY (showId, pupilId))`,
      )
      .execute(database);
  },
};
