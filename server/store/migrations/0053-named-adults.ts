import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  // NULL is named nowhere: nobody was asked until now.
  `ALTER TABLE account ADD COLUMN podcastName TEXT`,
  `CREATE TABLE heardAdult (
     recordingId TEXT NOT NULL REFERENCES recording(id) ON DELETE CASCADE,
     accountId TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE, PRIMARY KEY (recordingId, accountId))`,
  `CREATE INDEX heardAdultOfAccount ON heardAdult (accountId)`,
];

/** Which of the staff are heard in which recording, and the name that each of them wants beside it. */
export const namedAdults: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
