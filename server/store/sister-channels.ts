import { SisterChannel } from "../../schemas/channels.ts";
import type { ChannelId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "./open-database.ts";

const mayBeNamed = (database: Database) =>
  database
    .selectFrom("channel")
    .innerJoin("classroom", "classroom.id", "channel.classroomId")
    .innerJoin("school", "school.id", "classroom.schoolId")
    .where("channel.visibility", "=", "public")
    .where("school.shutAt", "is", null);

/** Public channels that a channel names on its page and in its feed. One that is public no longer is named by nobody, and is again when it opens. */
export function openSisterChannels(database: Database) {
  return {
    /** In the order that was chosen. */
    of: async (channelId: ChannelId): Promise<SisterChannel[]> => {
      const named = mayBeNamed(database).innerJoin("sisterChannel", "sisterChannel.sisterId", "channel.id");
      const rows = named.where("sisterChannel.channelId", "=", channelId).orderBy("sisterChannel.place");
      const columns = ["id", "slug", "title", "bird", "colour", "author"] as const;
      const found = await rows.select(columns.map((column) => `channel.${column}` as const)).execute();
      return found.map((row) => SisterChannel.parse(row));
    },
    /** Throws `channel.not_found` for one that is not public, and for itself. */
    set: async (channelId: ChannelId, sisters: readonly ChannelId[]): Promise<void> => {
      const wanted = [...new Set(sisters)];
      const known =
        wanted.length === 0
          ? []
          : await mayBeNamed(database).select("channel.id").where("channel.id", "in", wanted).execute();
      if (known.length < wanted.length || wanted.includes(channelId)) throw new Refusal("channel.not_found");
      await database.transaction().execute(async (within) => {
        await within.deleteFrom("sisterChannel").where("channelId", "=", channelId).execute();
        const rows = wanted.map((sisterId, place) => ({ channelId, sisterId, place }));
        if (rows.length > 0) await within.insertInto("sisterChannel").values(rows).execute();
      });
    },
  };
}
/** See {@link openSisterChannels}. */
export type SisterChannels = ReturnType<typeof openSisterChannels>;
