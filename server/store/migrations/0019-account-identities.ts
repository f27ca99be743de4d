import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** Persons of an identity provider, each tied to one account. */
export const accountIdentities: Migration = {
  up: async (database) => {
    await sql
      .raw(
        `CREATE TABLE accountIdentity (
           issuer TEXT NOT NULL, subject TEXT NOT NULL,
           accountId TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE, createdAt INTEGER NOT NULL,
           PRIMARY KEY (issuer, subject))`,
      )
      .execute(database);
  },
};
