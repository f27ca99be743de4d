import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE pushSubscription (
     id TEXT PRIMARY KEY, channelId TEXT NOT NULL REFERENCES channel(id) ON DELETE CASCADE,
     familyId TEXT REFERENCES family(id) ON DELETE CASCADE,
     endpoint TEXT NOT NULL, p256dh TEXT NOT NULL, auth TEXT NOT NULL, wish TEXT NOT NULL, createdAt INTEGER NOT NULL,
     UNIQUE (endpoint, channelId))`,
  "CREATE INDEX pushSubscriptionOfChannel ON pushSubscription (channelId)",
  "CREATE INDEX pushSubscriptionOfFamily ON pushSubscription (familyId)",
  "CREATE TABLE toldNews (thing TEXT PRIMARY KEY, toldAt INTEGER NOT NULL) WITHOUT ROWID",
];

/** Browsers that want to be told of a channel's shows and episodes, and what they have been told of. */
export const pushSubscriptions: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
