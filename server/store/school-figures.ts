import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "./open-database.ts";

const Figures = z.object({
  /** Who may come in and leads it. */
  admins: z.number(),
  classrooms: z.number(),
  pupils: z.number(),
  staff: z.number(),
  voices: z.number(),
  episodes: z.number(),
  seconds: z.number(),
});
/** What there is in a school, counted; of classes those of this year. */
export type SchoolFigures = z.infer<typeof Figures>;
const Row = Figures.extend({ schoolId: z.string() });

const counted = (what: string, from: string) => `coalesce((SELECT ${what} FROM ${from}), 0)`;
const classes = "classroom WHERE classroom.schoolId = school.id AND classroom.archivedAt IS NULL";
const episodes = `episode JOIN channel ON channel.id = episode.channelId JOIN classroom ON classroom.id = channel.classroomId`;
const published = "classroom.schoolId = school.id AND episode.state = 'published'";
const active = "account WHERE account.schoolId = school.id AND account.deactivatedAt IS NULL";

const query = `SELECT school.id AS schoolId,
  ${counted("count(*)", `${active} AND account.role = 'admin'`)} AS admins,
  ${counted("count(*)", classes)} AS classrooms,
  ${counted("count(*)", `pupil WHERE pupil.classroomId IN (SELECT classroom.id FROM ${classes})`)} AS pupils,
  ${counted("count(*)", active)} AS staff,
  ${counted("count(DISTINCT heardVoice.pupilId)", `heardVoice JOIN episode AS heard ON heard.recordingId = heardVoice.recordingId JOIN channel ON channel.id = heard.channelId JOIN classroom ON classroom.id = channel.classroomId WHERE classroom.schoolId = school.id AND heard.state = 'published' AND heardVoice.wasOpen = 1`)} AS voices,
  ${counted("count(*)", `${episodes} WHERE ${published}`)} AS episodes,
  ${counted("sum(episode.durationSeconds)", `${episodes} WHERE ${published}`)} AS seconds
  FROM school WHERE school.isRegion = 0`;

/** The figures of every school, by its id. */
export async function countSchools(database: Database): Promise<Map<string, SchoolFigures>> {
  const { rows } = await sql.raw(query).execute(database);
  return new Map(rows.map((row) => Row.parse(row)).map(({ schoolId, ...figures }) => [schoolId, figures]));
}
