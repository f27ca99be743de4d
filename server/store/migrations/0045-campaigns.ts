import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const ofCampaign = "campaignId TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE";

const statements = [
  `CREATE TABLE campaign (
     id TEXT NOT NULL PRIMARY KEY, schoolId TEXT NOT NULL REFERENCES school (id) ON DELETE CASCADE,
     state TEXT NOT NULL, openedAt INTEGER NOT NULL, endedAt INTEGER, counts TEXT)`,
  `CREATE INDEX campaignOfSchool ON campaign (schoolId)`,
  // Sums only: no answer has a row of its own, so that none can be put beside who gave it.
  `CREATE TABLE campaignSum (
     ${ofCampaign}, figure TEXT NOT NULL, persons INTEGER NOT NULL, total REAL NOT NULL,
     PRIMARY KEY (campaignId, figure)) WITHOUT ROWID`,
  // In the order of the hashes, and not in that of the answers.
  `CREATE TABLE campaignMark (${ofCampaign}, mark TEXT NOT NULL, PRIMARY KEY (campaignId, mark)) WITHOUT ROWID`,
  `CREATE TABLE pooledSum (
     year INTEGER NOT NULL, figure TEXT NOT NULL, isTold INTEGER NOT NULL, persons INTEGER NOT NULL, total REAL NOT NULL,
     PRIMARY KEY (year, figure, isTold)) WITHOUT ROWID`,
];

/** What pupils and teachers are asked before and after, as sums; those of small schools together. */
export const campaigns: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
