import type { ClassroomId, SchoolId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** Listenings of an episode on a day, and how it was listened to. */
export type ListenedTo = { episodeId: string; day: string; way: "page" | "app"; count: number };
type HeardLive = { showId: string; day: string; count: number };
type LiveMinute = { showId: string; at: number; listeners: number };
type Counted = {
  episodes: readonly ListenedTo[];
  shows: readonly HeardLive[];
  minutes: readonly LiveMinute[];
};

/** How many listened to what. What is written down is a number of a day, or of a minute of a show, and nothing else. */
export function openListenings(database: Database) {
  const addAll = async (within: Database, { episodes, shows, minutes }: Counted) => {
    // What was erased since is counted for nobody.
    const [isEpisode, isShow] = [
      await idsIn(within, "episode", episodes),
      await idsIn(within, "show", [...shows, ...minutes]),
    ];
    for (const row of episodes.filter(({ episodeId }) => isEpisode.has(episodeId)))
      await within
        .insertInto("listening")
        .values(row)
        .onConflict((known) => known.doUpdateSet((of) => ({ count: of("listening.count", "+", row.count) })))
        .execute();
    for (const row of shows.filter(({ showId }) => isShow.has(showId)))
      await within
        .insertInto("liveListening")
        .values(row)
        .onConflict((known) => known.doUpdateSet((of) => ({ count: of("liveListening.count", "+", row.count) })))
        .execute();
    for (const row of minutes.filter(({ showId }) => isShow.has(showId)))
      await within
        .insertInto("liveMinute")
        .values(row)
        .onConflict((known) =>
          known.doUpdateSet((of) => ({
            listeners: of.fn<number>("max", ["liveMinute.listeners", of.val(row.listeners)]),
          })),
        )
        .execute();
  };
  const channelsOf = (schoolId: SchoolId) =>
    database
      .selectFrom("channel")
      .innerJoin("classroom", "classroom.id", "channel.classroomId")
      .where("classroom.schoolId", "=", schoolId)
      .select("channel.id");

  return {
    /** Adds to what was counted before. */
    add: async (counted: Counted): Promise<void> => {
      if (counted.episodes.length + counted.shows.length + counted.minutes.length === 0) return;
      await database.transaction().execute((within) => addAll(within, counted));
    },
    ofEpisodesIn: (classroomId: ClassroomId) =>
      database
        .selectFrom("listening")
        .innerJoin("episode", "episode.id", "listening.episodeId")
        .innerJoin("channel", "channel.id", "episode.channelId")
        .where("channel.classroomId", "=", classroomId)
        .select(["listening.episodeId", "listening.day", "listening.way", "listening.count"])
        .execute(),
    ofShowsIn: (classroomId: ClassroomId) =>
      database
        .selectFrom("liveListening")
        .innerJoin("show", "show.id", "liveListening.showId")
        .innerJoin("channel", "channel.id", "show.channelId")
        .where("channel.classroomId", "=", classroomId)
        .select(["liveListening.showId", "liveListening.day", "liveListening.count"])
        .execute(),
    minutesIn: (classroomId: ClassroomId) =>
      database
        .selectFrom("liveMinute")
        .innerJoin("show", "show.id", "liveMinute.showId")
        .innerJoin("channel", "channel.id", "show.channelId")
        .where("channel.classroomId", "=", classroomId)
        .select(["liveMinute.showId", "liveMinute.at", "liveMinute.listeners", "show.title"])
        .orderBy("liveMinute.at")
        .execute(),
    /** Published episodes of a class, newest first, with how far each goes. */
    episodesIn: (classroomId: ClassroomId) =>
      database
        .selectFrom("episode")
        .innerJoin("channel", "channel.id", "episode.channelId")
        .where("channel.classroomId", "=", classroomId)
        .where("episode.publishedAt", "is not", null)
        .select([
          "episode.id",
          "episode.showId",
          "episode.title",
          "episode.number",
          "episode.publishedAt",
          "episode.visibility",
          "channel.visibility as channelVisibility",
        ])
        .orderBy("episode.publishedAt", "desc")
        .execute(),
    /** Removes a school's numbers from before a day; tells how many rows. */
    removeBefore: async (schoolId: SchoolId, day: string): Promise<number> => {
      const channels = channelsOf(schoolId);
      const shows = database.selectFrom("show").select("id").where("channelId", "in", channels);
      const episodes = database.selectFrom("episode").select("id").where("channelId", "in", channels);
      const before = [
        database.deleteFrom("listening").where("episodeId", "in", episodes).where("day", "<", day),
        database.deleteFrom("liveListening").where("showId", "in", shows).where("day", "<", day),
        database.deleteFrom("liveMinute").where("showId", "in", shows).where("at", "<", Date.parse(day)),
      ];
      let removed = 0;
      for (const query of before) removed += Number((await query.executeTakeFirst()).numDeletedRows);
      return removed;
    },
  };
}
/** See {@link openListenings}. */
export type Listenings = ReturnType<typeof openListenings>;

async function idsIn(
  within: Database,
  table: "episode" | "show",
  rows: readonly { episodeId?: string; showId?: string }[],
): Promise<ReadonlySet<string>> {
  const wanted = rows.map(({ episodeId, showId }) => episodeId ?? showId ?? "");
  if (wanted.length === 0) return new Set();
  const found = await within.selectFrom(table).select("id").where("id", "in", wanted).execute();
  return new Set(found.map(({ id }) => id));
}
