import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE anchor (
     id TEXT NOT NULL PRIMARY KEY, schoolId TEXT NOT NULL REFERENCES school (id) ON DELETE CASCADE,
     broughtBy TEXT REFERENCES account (id) ON DELETE SET NULL, title TEXT NOT NULL, grade TEXT NOT NULL,
     voice TEXT NOT NULL CHECK (voice IN ('adult', 'made')), rubric TEXT NOT NULL, criteria TEXT NOT NULL, agreed TEXT NOT NULL)`,
  `CREATE INDEX anchorBySchool ON anchor (schoolId)`,
  // The first levels were chosen blind: they are what others are told of, and never change.
  `CREATE TABLE anchorRating (
     place INTEGER PRIMARY KEY, anchorId TEXT NOT NULL REFERENCES anchor (id) ON DELETE CASCADE,
     accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE, firstLevels TEXT NOT NULL, levels TEXT NOT NULL,
     UNIQUE (anchorId, accountId))`,
  `CREATE INDEX anchorRatingByAccount ON anchorRating (accountId)`,
];

/** Sounds that a school's staff rate to compare their ears, and what each of them chose. */
export const anchors: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
