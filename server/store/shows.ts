import type { z } from "zod";
import type { ChannelId, ClassroomId } from "../../schemas/ids.ts";
import { ShowId, SlotId } from "../../schemas/ids.ts";
import { Show, NewShow, type NewSlot, type ShowChange, type SlotChange } from "../../schemas/shows.ts";
import { Refusal } from "../errors.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables/tables.ts";
import { movedInstants, weeklyInstants } from "./weekly-instants.ts";

/** A planned show whose date has passed by more than this was forgotten. */
export const forgottenAfterMs = 6 * 3_600_000;

type Planned = Pick<Tables["show"], "title" | "scheduledAt" | "plannedSeconds" | "slotId">;
type Row = { scheduledAt: number | null };
const toInstant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const toShow = (row: Row): Show => Show.parse({ ...row, scheduledAt: toInstant(row.scheduledAt) });

const toChange = ({ title, scheduledAt, plannedSeconds }: ShowChange) => ({
  ...(title === undefined ? {} : { title }),
  ...(plannedSeconds === undefined ? {} : { plannedSeconds }),
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
        "show.plannedSeconds",
        "show.slotId",
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

  const newRow = (channelId: ChannelId, planned: Planned): Tables["show"] => ({
    ...{ id: newId(ShowId), channelId, state: "planned", pads: null, createdAt: clock(), changedAt: clock() },
    ...planned,
  });
  // What the feed announces has changed with it.
  const touchChannel = async (channelId: string) => {
    await database.updateTable("channel").set({ changedAt: clock() }).where("id", "=", channelId).execute();
  };
  const insert = async (channelId: ChannelId, made: Tables["show"][]) => {
    if (made.length === 0) return;
    await database.insertInto("show").values(made).execute();
    await touchChannel(channelId);
  };
  const update = async (id: ShowId, values: Partial<Planned & Pick<Tables["show"], "state">>) => {
    const changed = database
      .updateTable("show")
      .set({ ...values, changedAt: clock() })
      .where("id", "=", id);
    const row = await changed.returning("channelId").executeTakeFirst();
    if (row !== undefined) await touchChannel(row.channelId);
  };

  const change = async (id: ShowId, wanted: ShowChange): Promise<Show> => {
    const values = toChange(wanted);
    if (Object.keys(values).length > 0) await update(id, values);
    return require(id);
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
    /** Whether one of a class's shows is on air. */
    isLiveIn: async (classroomId: ClassroomId): Promise<boolean> =>
      (await database
        .selectFrom("show")
        .innerJoin("channel", "channel.id", "show.channelId")
        .select("show.id")
        .where("channel.classroomId", "=", classroomId)
        .where("show.state", "=", "live")
        .executeTakeFirst()) !== undefined,
    findLive: (channelId: ChannelId) => first(channelId, "live"),
    /** The planned show with the nearest date that has not passed by more than six hours; an undated one is announced to nobody. */
    findNext: async (channelId: ChannelId): Promise<Show | undefined> => {
      const query = rows().where("show.channelId", "=", channelId).where("show.state", "=", "planned");
      const soon = query.where("show.scheduledAt", ">", clock() - forgottenAfterMs);
      const row = await soon.orderBy("show.scheduledAt").executeTakeFirst();
      return row && toShow(row);
    },
    create: async (channelId: ChannelId, show: z.input<typeof NewShow>): Promise<Show> => {
      const { title, scheduledAt, plannedSeconds } = NewShow.parse(show);
      const at = scheduledAt === null ? null : Date.parse(scheduledAt);
      const row = newRow(channelId, { title, plannedSeconds, scheduledAt: at, slotId: null });
      await insert(channelId, [row]);
      return require(row.id);
    },
    /** Plans the shows of a weekly slot, all at once. */
    createWeekly: async (channelId: ChannelId, slot: NewSlot): Promise<Show[]> => {
      const { title, plannedSeconds } = slot;
      const slotId = newId(SlotId);
      const made = weeklyInstants(slot).map((scheduledAt) =>
        newRow(channelId, { title, plannedSeconds, scheduledAt, slotId }),
      );
      await insert(channelId, made);
      return (await rows().where("show.slotId", "=", slotId).orderBy("show.scheduledAt").execute()).map(toShow);
    },
    change,
    setState: (id: ShowId, state: Show["state"]): Promise<void> => update(id, { state }),
    remove: async (id: ShowId) => {
      const row = await database.deleteFrom("show").where("id", "=", id).returning("channelId").executeTakeFirst();
      if (row !== undefined) await touchChannel(row.channelId);
    },
    /** Changes what the weekly slot of this show still plans, from it on; gives this one as it is then. A show of no slot changes alone. */
    changeFollowing: async (show: Show, { timeZone, scheduledAt, ...words }: SlotChange): Promise<Show> => {
      if (show.slotId === null || show.scheduledAt === null) return change(show.id, { ...words, scheduledAt });
      const from = Date.parse(show.scheduledAt);
      const move = movedInstants(from, scheduledAt === undefined ? from : Date.parse(scheduledAt), timeZone);
      const planned = rows().where("show.slotId", "=", show.slotId).where("show.state", "=", "planned");
      for (const each of await planned.where("show.scheduledAt", ">=", from).execute())
        await update(ShowId.parse(each.id), { ...toChange(words), scheduledAt: move(each.scheduledAt ?? from) });
      return require(show.id);
    },
    /** Calls off what the weekly slot of this show still plans, from it on. */
    removeFollowing: async ({ channelId, slotId, scheduledAt }: Show) => {
      if (slotId === null || scheduledAt === null) return;
      const planned = database.deleteFrom("show").where("slotId", "=", slotId).where("state", "=", "planned");
      await planned.where("scheduledAt", ">=", Date.parse(scheduledAt)).execute();
      await touchChannel(channelId);
    },
  };
}
/** See {@link openShows}. */
export type Shows = ReturnType<typeof openShows>;
