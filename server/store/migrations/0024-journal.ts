import type { Migration } from "kysely/migration";
import { sql } from "kysely";

/** Where the classroom of a thing is found, by the word that stands before its id in the table. */
const homes = {
  classroom: "classroom AS class WHERE class.id = ",
  pupil: "pupil JOIN classroom AS class ON class.id = pupil.classroomId WHERE pupil.id = ",
  channel: "channel JOIN classroom AS class ON class.id = channel.classroomId WHERE channel.id = ",
  show: `show JOIN channel ON channel.id = show.channelId JOIN classroom AS class ON class.id = channel.classroomId WHERE show.id = `,
  episode: `episode JOIN channel ON channel.id = episode.channelId JOIN classroom AS class ON class.id = channel.classroomId WHERE episode.id = `,
} as const;

const backfill = Object.entries(homes).map(([word, home]) => {
  const id = `substr(target, ${word.length + 2})`;
  return `UPDATE audit SET schoolId = (SELECT class.schoolId FROM ${home}${id}), classroomId = (SELECT class.id FROM ${home}${id})
    WHERE target LIKE '${word}:%'`;
});

const statements = [
  `ALTER TABLE audit ADD COLUMN schoolId TEXT`,
  `ALTER TABLE audit ADD COLUMN classroomId TEXT`,
  `DROP TRIGGER auditIsNotChanged`,
  ...backfill,
  `UPDATE audit SET schoolId = substr(target, 8) WHERE target LIKE 'school:%'`,
  `UPDATE audit SET schoolId = (SELECT schoolId FROM family WHERE id = substr(target, 8)) WHERE target LIKE 'family:%'`,
  // What is gone belongs where whoever acted does.
  `UPDATE audit SET schoolId = (SELECT schoolId FROM account WHERE id = substr(actor, 9)) WHERE schoolId IS NULL AND actor LIKE 'account:%'`,
  `UPDATE audit SET schoolId = (SELECT id FROM school) WHERE schoolId IS NULL AND (SELECT count(*) FROM school) = 1`,
  `CREATE TRIGGER auditIsNotChanged BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
  `CREATE INDEX auditOfSchool ON audit (schoolId, id)`,
];

/** To which school and class each act belongs, told when it is written: what it is about may be gone when an admin reads it. */
export const journal: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
