import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE passkey (
     id TEXT PRIMARY KEY, accountId TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE, name TEXT NOT NULL,
     publicKey TEXT NOT NULL, counter INTEGER NOT NULL, transports TEXT NOT NULL, createdAt INTEGER NOT NULL, usedAt INTEGER)`,
  `CREATE INDEX passkeyOfAccount ON passkey (accountId)`,
];

/** Staff may come in with a passkey instead of a password. */
export const passkeys: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
