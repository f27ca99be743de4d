import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** Whose voice is on a track though their microphone was never open is written down too; until now only who was open was. */
export const closedMicrophones: Migration = {
  up: async (database) => {
    await sql.raw(`ALTER TABLE heardVoice ADD COLUMN wasOpen INTEGER NOT NULL DEFAULT 1`).execute(database);
  },
};
