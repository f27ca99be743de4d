import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE secondStep (
     accountId TEXT PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE, sealedSecret TEXT NOT NULL,
     confirmedAt INTEGER, lastCounter INTEGER NOT NULL DEFAULT 0)`,
  `CREATE TABLE recoveryCode (
     codeHash TEXT PRIMARY KEY, accountId TEXT NOT NULL REFERENCES secondStep(accountId) ON DELETE CASCADE)`,
  `CREATE INDEX recoveryCodeOfAccount ON recoveryCode (accountId)`,
];

/** Staff may add a code from an app to their password. */
export const secondSteps: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
