import { Replay } from "../../schemas/exchange.ts";
import type { ChannelId, ClassroomId, EpisodeId, OfferId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "./open-database.ts";

/** Episodes as they are heard again in channels of other classes. */
const replays = (database: Database) =>
  database
    .selectFrom("replay")
    .innerJoin("episode", "episode.id", "replay.episodeId")
    .innerJoin("channel as source", "source.id", "episode.channelId");

/**
 * The episodes that are heard again in a channel today: those that everybody may hear where they are at home. There is one file of each, so that a voice that is
 * withdrawn, left out or erased is so everywhere in the same moment.
 */
export const audibleReplays = (database: Database, channelId: ChannelId) =>
  replays(database)
    .where("replay.channelId", "=", channelId)
    .where("episode.state", "=", "published")
    .where("source.visibility", "=", "public")
    .where((of) => of.or([of("episode.visibility", "is", null), of("episode.visibility", "=", "public")]));

/** What classes let be heard again in their channels. */
export function openReplays(database: Database, clock: () => number = Date.now) {
  return {
    /** Done again, it changes nothing. */
    add: async (replay: { channelId: ChannelId; episodeId: EpisodeId; offerId: OfferId; credit: string }) => {
      const added = database.insertInto("replay").values({ ...replay, replayedAt: clock() });
      await added.onConflict((known) => known.doNothing()).execute();
    },
    listOf: async (classroomId: ClassroomId): Promise<Replay[]> => {
      const rows = replays(database)
        .innerJoin("channel", "channel.id", "replay.channelId")
        .where("channel.classroomId", "=", classroomId)
        .select(["replay.channelId", "replay.episodeId", "replay.credit", "episode.title", "episode.state"])
        .select(["source.visibility as ofChannel", "episode.visibility as own"])
        .orderBy("replay.replayedAt", "desc");
      return (await rows.execute()).map(({ state, ofChannel, own, ...row }) =>
        Replay.parse({
          ...row,
          isOut: state === "published" && ofChannel === "public" && (own ?? "public") === "public",
        }),
      );
    },
    remove: async (channelId: ChannelId, episodeId: string) => {
      const rows = database.deleteFrom("replay").where("channelId", "=", channelId).where("episodeId", "=", episodeId);
      if ((await rows.executeTakeFirstOrThrow()).numDeletedRows === 0n) throw new Refusal("offer.not_found");
    },
  };
}
/** See {@link openReplays}. */
export type Replays = ReturnType<typeof openReplays>;
