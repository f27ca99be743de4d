import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** How much delay a channel's shows have, and how much one press removes, once somebody chose. */
export const airSettings: Migration = {
  up: async (database) => {
    await sql
      .raw(
        `CREATE TABLE airSettings (
           channelId TEXT PRIMARY KEY REFERENCES channel(id) ON DELETE CASCADE,
           delaySeconds INTEGER NOT NULL CHECK (delaySeconds BETWEEN 0 AND 30),
           cutSeconds INTEGER NOT NULL CHECK (cutSeconds BETWEEN 3 AND 8))`,
      )
      .execute(database);
  },
};
