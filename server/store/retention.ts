import { z } from "zod";
import { dayInParis } from "../../schemas/consent.ts";
import { ClassroomId, EpisodeId, RecordingId, SchoolId, ShowId } from "../../schemas/ids.ts";
import { JobId } from "../../schemas/ids.ts";
import { Title } from "../../schemas/people.ts";
import { RetentionPolicy, usualRetention } from "../../schemas/retention.ts";
import type { Database } from "./open-database.ts";

const day = z.number().transform(dayInParis);
const place = { classroomId: ClassroomId, classroomName: Title, showId: ShowId.nullable(), title: Title };

const KeptRecording = z.strictObject({
  ...place,
  id: RecordingId,
  directory: z.string(),
  day,
  hasTracks: z.coerce.boolean(),
  episodeId: EpisodeId.nullable(),
});
const KeptEpisode = z.strictObject({
  ...place,
  id: EpisodeId,
  recordingId: RecordingId.nullable(),
  day,
  keptUntil: z.iso.date().nullable(),
  renderJobId: JobId.nullable(),
});

const EmptyShow = z.strictObject({ id: ShowId, day });

/** What a school keeps on its disk, with the days of its shows. */
export type Holdings = {
  recordings: readonly z.infer<typeof KeptRecording>[];
  episodes: readonly z.infer<typeof KeptEpisode>[];
  classrooms: readonly { id: ClassroomId; name: string }[];
};

/** How long schools keep what they make, and what there is of it. Recordings that run are nobody's yet. */
export function openRetention(database: Database, clock: () => number = Date.now) {
  const recordings = (schoolId: SchoolId) =>
    database
      .selectFrom("recording")
      .innerJoin("show", "show.id", "recording.showId")
      .innerJoin("channel", "channel.id", "show.channelId")
      .innerJoin("classroom", "classroom.id", "channel.classroomId")
      .leftJoin("episode", "episode.recordingId", "recording.id")
      .where("classroom.schoolId", "=", schoolId)
      .where("recording.endedAt", "is not", null)
      .where("recording.goneAt", "is", null)
      .select((of) => [
        "recording.id",
        "recording.directory",
        "recording.startedAt as day",
        of("recording.tracksGoneAt", "is", null).as("hasTracks"),
        "show.id as showId",
        of.fn.coalesce("episode.title", "show.title").as("title"),
        "classroom.id as classroomId",
        "classroom.name as classroomName",
        "episode.id as episodeId",
      ]);

  const episodes = (schoolId: SchoolId) =>
    database
      .selectFrom("episode")
      .innerJoin("channel", "channel.id", "episode.channelId")
      .innerJoin("classroom", "classroom.id", "channel.classroomId")
      .where("classroom.schoolId", "=", schoolId)
      .select((of) => [
        "episode.id",
        // What was imported is as old here as its import.
        of
          .case()
          .when("episode.importId", "is", null)
          .then(of.ref("episode.recordedAt"))
          .else(of.ref("episode.createdAt"))
          .end()
          .as("day"),
        "episode.showId",
        "episode.recordingId",
        "episode.title",
        "episode.keptUntil",
        "episode.renderJobId",
        "classroom.id as classroomId",
        "classroom.name as classroomName",
      ]);

  const emptyShows = () =>
    database
      .selectFrom("show")
      .leftJoin("episode", "episode.showId", "show.id")
      .leftJoin("recording", (join) =>
        join.onRef("recording.showId", "=", "show.id").on("recording.goneAt", "is", null),
      )
      .where("show.state", "!=", "live")
      .where("episode.id", "is", null)
      .where("recording.id", "is", null);

  return {
    schools: async (): Promise<SchoolId[]> =>
      (await database.selectFrom("school").select("id").execute()).map(({ id }) => SchoolId.parse(id)),
    /** What a school chose, and since when it holds (epoch milliseconds). */
    policyOf: async (schoolId: SchoolId): Promise<{ policy: RetentionPolicy; since: number }> => {
      const rows = database.selectFrom("school").leftJoin("retention", "retention.schoolId", "school.id");
      const row = await rows.selectAll().where("school.id", "=", schoolId).executeTakeFirstOrThrow();
      if (row.changedAt === null) return { policy: usualRetention, since: row.createdAt };
      const { trackDays, recordingDays, episodeYears, mayKeepEpisodes, auditDays, listeningDays, consentsEndOn } = row;
      const chosen = { trackDays, recordingDays, episodeYears, auditDays, listeningDays, consentsEndOn };
      return {
        policy: RetentionPolicy.parse({ ...chosen, mayKeepEpisodes: mayKeepEpisodes === 1 }),
        since: row.changedAt,
      };
    },
    setPolicy: async (schoolId: SchoolId, { mayKeepEpisodes, ...policy }: RetentionPolicy) => {
      const values = { ...policy, mayKeepEpisodes: mayKeepEpisodes ? 1 : 0, changedAt: clock() } as const;
      await database
        .insertInto("retention")
        .values({ schoolId, ...values })
        .onConflict((known) => known.column("schoolId").doUpdateSet(values))
        .execute();
    },
    holdingsOf: async (schoolId: SchoolId): Promise<Holdings> => {
      const classrooms = database.selectFrom("classroom").select(["id", "name"]).where("schoolId", "=", schoolId);
      const named = await classrooms.orderBy("name").execute();
      return {
        recordings: (await recordings(schoolId).execute()).map((row) => KeptRecording.parse(row)),
        episodes: (await episodes(schoolId).execute()).map((row) => KeptEpisode.parse(row)),
        classrooms: named.map(({ id, name }) => ({ id: ClassroomId.parse(id), name })),
      };
    },
    /** Shows that are not on air and of which neither an episode nor a recording is left, with the day they were for. */
    emptyShowsOf: async (schoolId: SchoolId) => {
      const rows = await emptyShows()
        .innerJoin("channel", "channel.id", "show.channelId")
        .innerJoin("classroom", "classroom.id", "channel.classroomId")
        .where("classroom.schoolId", "=", schoolId)
        .select((of) => ["show.id", of.fn.coalesce("show.scheduledAt", "show.createdAt").as("day")])
        .execute();
      return rows.map((row) => EmptyShow.parse(row));
    },
    /** Removes a show with its rundown, unless something is left of it; tells whether it did. */
    removeEmptyShow: async (id: ShowId): Promise<boolean> => {
      const empty = emptyShows().select("show.id").where("show.id", "=", id);
      const { numDeletedRows } = await database.deleteFrom("show").where("id", "in", empty).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    /** The folders of episodes and recordings that have a row. */
    knownFolders: async (): Promise<ReadonlySet<string>> => {
      const [made, kept] = await Promise.all([
        database.selectFrom("episode").select("id").execute(),
        database.selectFrom("recording").select("directory").where("goneAt", "is", null).execute(),
      ]);
      return new Set([...made.map(({ id }) => `episodes/${id}`), ...kept.map(({ directory }) => directory)]);
    },
  };
}
/** See {@link openRetention}. */
export type RetentionStore = ReturnType<typeof openRetention>;
