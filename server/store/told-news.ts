import { z } from "zod";
import { ChannelId, type EpisodeId } from "../../schemas/ids.ts";
import { NewsKind } from "../../schemas/news.ts";
import type { Database } from "./open-database.ts";

const News = z.strictObject({
  kind: NewsKind,
  /** What it is of, as it is noted once told. */
  thing: z.string(),
  channelId: ChannelId,
  /** Until when it is worth being told, in epoch milliseconds. */
  until: z.number(),
});
/** Something that has happened on a channel, or is about to. */
export type News = z.infer<typeof News>;

/** A show is announced so long before. */
const soonMs = 10 * 60_000;
const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;

const ofEpisode = (episodeId: string): string => `episode:${episodeId}`;

/** What there is to be told of, and what has been. */
export function openToldNews(database: Database, clock: () => number = Date.now) {
  const told = () => database.selectFrom("toldNews").select("thing");
  const mark = async (thing: string) => {
    const row = database.insertInto("toldNews").values({ thing, toldAt: clock() });
    await row.onConflict((known) => known.doNothing()).execute();
  };
  return {
    /** What is new since it was last marked as told; an episode of the last day, a show of these minutes. */
    listUntold: async (): Promise<News[]> => {
      const now = clock();
      const episodes = await database
        .selectFrom("episode")
        .select(["id", "channelId", "publishedAt as at"])
        .where("state", "=", "published")
        .where("visibility", "is", null)
        .where("publishedAt", ">", now - dayMs)
        .where("publishedAt", "<=", now)
        .execute();
      const shows = await database
        .selectFrom("show")
        .select(["id", "channelId", "scheduledAt as at", "state"])
        .where((of) =>
          of.or([
            of("state", "=", "live"),
            of.and([of("state", "=", "planned"), of("scheduledAt", ">", now), of("scheduledAt", "<=", now + soonMs)]),
          ]),
        )
        .execute();
      const found = [
        ...episodes.map(({ id, channelId, at }) => ({
          kind: "episode",
          thing: ofEpisode(id),
          channelId,
          until: (at ?? now) + 2 * dayMs,
        })),
        ...shows.map(({ id, channelId, at, state }) =>
          state === "live"
            ? { kind: "live", thing: `live:${id}`, channelId, until: now + quarterMs }
            : // A show that is put off is announced again.
              { kind: "soon", thing: `soon:${id}:${at}`, channelId, until: at ?? now },
        ),
      ];
      const known = new Set((await told().execute()).map(({ thing }) => thing));
      return found.map((row) => News.parse(row)).filter(({ thing }) => !known.has(thing));
    },
    markTold: ({ thing }: News) => mark(thing),
    /** An episode that has been out before is no news to anybody. */
    passOver: (episodeId: EpisodeId) => mark(ofEpisode(episodeId)),
    /** What was told so long ago that it cannot come up again. */
    forgetOld: async () => {
      await database
        .deleteFrom("toldNews")
        .where("toldAt", "<", clock() - 30 * dayMs)
        .execute();
    },
  };
}
