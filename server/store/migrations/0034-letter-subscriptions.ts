import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE letterSubscription (
     id TEXT PRIMARY KEY, channelId TEXT NOT NULL REFERENCES channel(id) ON DELETE CASCADE,
     familyId TEXT REFERENCES family(id) ON DELETE CASCADE,
     email TEXT NOT NULL, cadence TEXT NOT NULL CHECK (cadence IN ('episode', 'week')), language TEXT NOT NULL,
     createdAt INTEGER NOT NULL, confirmedAt INTEGER, writtenAt INTEGER,
     UNIQUE (channelId, email))`,
  "CREATE INDEX letterSubscriptionOfFamily ON letterSubscription (familyId)",
];

/** Addresses that want letters about a channel, once their holder has said so. */
export const letterSubscriptions: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
