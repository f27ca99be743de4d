import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `ALTER TABLE session ADD COLUMN id TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE session ADD COLUMN openedAt INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE session ADD COLUMN seenAt INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE session ADD COLUMN browser TEXT NOT NULL DEFAULT 'other'`,
  `ALTER TABLE session ADD COLUMN system TEXT NOT NULL DEFAULT 'other'`,
  // A UUID of version 4 for each session that is there, and what is known of it.
  `UPDATE session SET openedAt = createdAt, seenAt = createdAt, id = lower(
     hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2)
     || '-' || hex(randomblob(6)))`,
  `ALTER TABLE account ADD COLUMN deactivatedAt INTEGER`,
];

/** Staff see their own sessions, each with its device; an account can be deactivated. */
export const staffSessions: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
