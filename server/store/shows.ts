import type { ChannelId, ClassroomId } from "../../schemas/ids.ts";
import { ShowId } from "../../schemas/ids.ts";
import { Show, type NewShow, type ShowChange } from "../../schemas/shows.ts";
import { Refusal } from "../errors.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

type Row = { scheduledAt: number | null };
const toInstant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const toShow = (row: Row): Show => Show.parse({ ...row, scheduledAt: toInstant(row.scheduledAt) });

const toChange = ({ title, scheduledAt }: ShowChange) => ({
  ...(title === undefined ? {} : { title }),
  ...(scheduledAt === undefined ? {} : { scheduledAt: scheduledAt === null ? null : Date.parse(scheduledAt) }),
});

/** Programmes of the channels. */
export function openShows(database: Database, clock: () => number = Date.now) {
  const rows = () =>
    database
      .selectFrom("show")
      .select((of) => [
        "show.id",
        "show.channelId",
        "show.title",
        "show.scheduledAt",
        "show.state",
        of
          .selectFrom("episode")
          .select("episode.id")
          .whereRef("episode.showId", "=", "show.id")
          .orderBy("episode.id", "desc")
          .limit(1)
          .as("episodeId"),
      ]);
  const require = async (id: string): Promise<Show> => {
    const row = await rows().where("show.id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Refusal("show.not_found");
    return toShow(row);
  };
  const first = async (channelId: ChannelId, state: Show["state"]): Promise<Show | undefined> => {
    const query = rows().where("show.channelId", "=", channelId).where("show.state", "=", state);
    const row = await query.orderBy("show.scheduledAt").orderBy("show.id").executeTakeFirst();
    return row && toShow(row);
  };

  return {
    require,
    /** Shows of all channels of a classroom, newest first. */
    listOf: async (classroomId: ClassroomId): Promise<Show[]> => {
      const query = rows().innerJoin("channel", "channel.id", "show.channelId");
      return (await query.where("channel.classroomId", "=", classroomId).orderBy("show.id", "desc").execute()).map(
        toShow,
      );
    },
    findLive: (channelId: ChannelId) => first(channelId, "live"),
    /** The planned show with the nearest date that has not passed by more than six hours; an undated one is announced to nobody. */
    findNext: async (channelId: ChannelId): Promise<Show | undefined> => {
      const query = rows().where("show.channelId", "=", channelId).where("show.state", "=", "planned");
      const soon = query.where("show.scheduledAt", ">", clock() - 6 * 3_600_000);
      const row = await soon.orderBy("show.scheduledAt").executeTakeFirst();
      return row && toShow(row);
    },
    create: async (channelId: ChannelId, show: NewShow): Promise<Show> => {
      const id = newId(ShowId);
      const scheduledAt = show.scheduledAt === null ? null : Date.parse(show.scheduledAt);
      await database
        .insertInto("show")
        .values({ id, channelId, title: show.title, scheduledAt, state: "planned", createdAt: clock() })
        .execute();
      return require(id);
    },
    change: async (id: ShowId, change: ShowChange): Promise<Show> => {
      const values = toChange(change);
      if (Object.keys(values).length > 0) await database.updateTable("show").set(values).where("id", "=", id).execute();
      return require(id);
    },
    setState: async (id: ShowId, state: Show["state"]) => {
      await database.updateTable("show").set({ state }).where("id", "=", id).execute();
    },
    remove: async (id: ShowId) => {
      await database.deleteFrom("show").where("id", "=", id).execute();
    },
  };
}
/** See {@link openShows}. */
export type Shows = ReturnType<typeof openShows>;
