import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `ALTER TABLE channel ADD COLUMN licence TEXT NOT NULL DEFAULT 'all-rights-reserved'`,
  `ALTER TABLE episode ADD COLUMN licence TEXT`,
  `ALTER TABLE episode ADD COLUMN soundbites TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE episode ADD COLUMN lostSoundbites TEXT NOT NULL DEFAULT '[]'`,
  `CREATE TABLE sisterChannel (
     channelId TEXT NOT NULL REFERENCES channel(id) ON DELETE CASCADE,
     sisterId TEXT NOT NULL REFERENCES channel(id) ON DELETE CASCADE,
     place INTEGER NOT NULL, PRIMARY KEY (channelId, sisterId))`,
  `CREATE INDEX sisterChannelOf ON sisterChannel (sisterId)`,
];

/** What feeds of Podcasting 2.0 tell besides: extracts, on what terms something may be used again, and which other radios one might like. */
export const soundbitesAndLicences: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
