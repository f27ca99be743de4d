import { sql } from "kysely";
import { z } from "zod";
import { dayInParis } from "../../schemas/consent.ts";
import type { SchoolId } from "../../schemas/ids.ts";
import type { Sum } from "./impact-figures.ts";
import type { Database } from "./open-database.ts";

/** A stretch of a school's time, in epoch milliseconds. */
export type Stretch = { schoolId: SchoolId; from: number; to: number };

const Counted = z.strictObject({
  heard: z.number(),
  recorded: z.number(),
  shows: z.number(),
  episodes: z.number(),
  publishedSeconds: z.number(),
  listenings: z.number(),
});
/** What a school did in a stretch, exactly. Nobody is told it like this. */
export type Participation = z.infer<typeof Counted>;

const ofSchool = (id: SchoolId) =>
  sql`JOIN channel ON channel.id = of_radio.channelId JOIN classroom ON classroom.id = channel.classroomId AND classroom.schoolId = ${id}`;

/** Counts what a school did. A show counts for the day on which it was recorded, a take for that on which it was made. */
export async function countParticipation(database: Database, { schoolId, from, to }: Stretch): Promise<Participation> {
  const within = (column: string) => sql`${sql.ref(column)} >= ${from} AND ${sql.ref(column)} < ${to}`;
  const days = (column: string) => sql`${sql.ref(column)} BETWEEN ${dayInParis(from)} AND ${dayInParis(to)}`;
  const recordings = sql`recording JOIN show AS of_radio ON of_radio.id = recording.showId ${ofSchool(schoolId)}`;
  const published = sql`FROM episode AS of_radio ${ofSchool(schoolId)} WHERE of_radio.state = 'published' AND ${within("of_radio.publishedAt")}`;
  const { rows } = await sql`SELECT
    (SELECT count(DISTINCT heardVoice.pupilId) FROM heardVoice JOIN pupil ON pupil.id = heardVoice.pupilId
      JOIN ${sql`recording ON recording.id = heardVoice.recordingId JOIN show AS of_radio ON of_radio.id = recording.showId ${ofSchool(schoolId)}`}
      WHERE heardVoice.wasOpen = 1 AND ${within("recording.startedAt")}) AS heard,
    (SELECT count(DISTINCT take.pupilId) FROM take JOIN exercise ON exercise.id = take.exerciseId
      JOIN classroom ON classroom.id = exercise.classroomId
      WHERE classroom.schoolId = ${schoolId} AND take.state = 'sent' AND ${within("take.recordedAt")}) AS recorded,
    (SELECT count(DISTINCT recording.showId) FROM ${recordings} WHERE ${within("recording.startedAt")}) AS shows,
    (SELECT count(*) ${published}) AS episodes,
    (SELECT coalesce(sum(of_radio.durationSeconds), 0) ${published}) AS publishedSeconds,
    (SELECT coalesce(sum(listening.count), 0) FROM listening JOIN episode AS of_radio ON of_radio.id = listening.episodeId
      ${ofSchool(schoolId)} WHERE ${days("listening.day")})
      + (SELECT coalesce(sum(liveListening.count), 0) FROM liveListening JOIN show AS of_radio ON of_radio.id = liveListening.showId
      ${ofSchool(schoolId)} WHERE ${days("liveListening.day")}) AS listenings`.execute(database);
  return Counted.parse(rows[0]);
}

/** Over the pupils whose teacher marked two readings or more of the stretch: how many they are, and what each one's last has more than their first, together. */
export async function sumReadingGains(database: Database, { schoolId, from, to }: Stretch): Promise<Sum> {
  const rows = await database
    .selectFrom("takeReview")
    .innerJoin("take", "take.id", "takeReview.takeId")
    .innerJoin("exercise", "exercise.id", "take.exerciseId")
    .innerJoin("classroom", "classroom.id", "exercise.classroomId")
    .where("classroom.schoolId", "=", schoolId)
    .where("take.recordedAt", ">=", from)
    .where("take.recordedAt", "<", to)
    .where("takeReview.mclm", "is not", null)
    .where("take.partnerId", "is", null)
    .orderBy("take.recordedAt")
    .select(["take.pupilId", "takeReview.mclm"])
    .execute();
  const byPupil = [...Map.groupBy(rows, ({ pupilId }) => pupilId).values()].filter(({ length }) => length > 1);
  const gains = byPupil.map((marked) => marked.at(-1)!.mclm! - marked[0]!.mclm!);
  return { persons: gains.length, total: gains.reduce((sum, gain) => sum + gain, 0) };
}
