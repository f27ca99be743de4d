import { z } from "zod";
import type { AccountId } from "../../schemas/ids.ts";
import { EpisodeId, type ChannelId, type RecordingId } from "../../schemas/ids.ts";
import { PersonName } from "../../schemas/persons.ts";
import type { Database } from "./open-database.ts";

const Row = z.strictObject({ episodeId: EpisodeId, name: PersonName });

/** Which of the staff are heard in which recording, and what each of them wants to be called beside it, if anything. */
export function openNamedAdults(database: Database, clock: () => number = Date.now) {
  return {
    /** Somebody of the staff is heard: at once, so that a crash does not forget it. */
    noteHeard: async (recordingId: RecordingId, accountId: AccountId) => {
      const insert = database.insertInto("heardAdult").values({ recordingId, accountId });
      await insert.onConflict((known) => known.doNothing()).execute();
    },
    /** `null` is named nowhere. */
    nameOf: async (id: AccountId): Promise<string | null> => {
      const row = database.selectFrom("account").select("podcastName").where("id", "=", id);
      return (await row.executeTakeFirstOrThrow()).podcastName;
    },
    /** For all episodes at once; `null` takes the name back. */
    setName: async (id: AccountId, podcastName: string | null) => {
      await database.updateTable("account").set({ podcastName }).where("id", "=", id).execute();
      await moveFeedsOf(database, id, clock());
    },
    /** Who is named beside a channel's published episodes: staff of its school who wants it, and is not shut out. */
    inChannel: async (channelId: ChannelId) => {
      const rows = database
        .selectFrom("episode")
        .innerJoin("channel", "channel.id", "episode.channelId")
        .innerJoin("classroom", "classroom.id", "channel.classroomId")
        .innerJoin("heardAdult", "heardAdult.recordingId", "episode.recordingId")
        .innerJoin("account", (join) =>
          join
            .onRef("account.id", "=", "heardAdult.accountId")
            .onRef("account.schoolId", "=", "classroom.schoolId")
            .on("account.deactivatedAt", "is", null),
        )
        .select(["episode.id as episodeId", "account.podcastName as name"])
        .where("episode.channelId", "=", channelId)
        .where("episode.state", "=", "published")
        .where("account.podcastName", "is not", null);
      const found = await rows.orderBy("account.podcastName").orderBy("account.id").execute();
      return found.map((row) => Row.parse(row));
    },
  };
}
/** See {@link openNamedAdults}. */
export type NamedAdults = ReturnType<typeof openNamedAdults>;

/** Whether feeds name somebody of the staff may be another answer now, also for who asks by date alone. */
export async function moveFeedsOf(database: Database, id: AccountId, changedAt: number) {
  const heardIn = database
    .selectFrom("episode")
    .innerJoin("heardAdult", "heardAdult.recordingId", "episode.recordingId")
    .select("episode.channelId")
    .where("heardAdult.accountId", "=", id);
  await database.updateTable("channel").set({ changedAt }).where("id", "in", heardIn).execute();
}
