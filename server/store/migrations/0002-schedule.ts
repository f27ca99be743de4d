import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `ALTER TABLE show ADD COLUMN plannedSeconds INTEGER`,
  `ALTER TABLE show ADD COLUMN slotId TEXT`,
  `ALTER TABLE show ADD COLUMN changedAt INTEGER NOT NULL DEFAULT 0`,
  `UPDATE show SET changedAt = createdAt`,
  `CREATE INDEX showOfSlot ON show (slotId)`,
];

/** What a timetable needs to know of shows: planned length, weekly slot, and when they last changed. */
export const schedule: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
