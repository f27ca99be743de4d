import { ChannelId, SchoolId, type ClassroomId } from "../../schemas/ids.ts";
import { Channel, type ChannelChange, type NewChannel } from "../../schemas/channels.ts";
import { Refusal } from "../errors.ts";
import { keepAnswers } from "./answers.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { openSisterChannels } from "./sister-channels.ts";
import { slugOf } from "./slug.ts";

const columns = [
  "channel.id",
  "channel.classroomId",
  "channel.slug",
  "channel.title",
  "channel.description",
  "channel.author",
  "channel.language",
  "channel.visibility",
  "channel.bird",
  "channel.colour",
  "channel.coverVersion",
  "channel.hasOwnCover",
  "channel.interludeCartId",
  "channel.movedTo",
  "channel.licence",
] as const;

type Row = { hasOwnCover: number };
const toChannel = (row: Row): Channel => Channel.parse({ ...row, hasOwnCover: row.hasOwnCover === 1 });

/** Radios. Whatever changes one that its feed shows also moves its `changedAt`, the feed's Last-Modified. */
export function openChannels(database: Database, clock: () => number = Date.now) {
  const keep = keepAnswers<Channel | undefined>(database);
  const sisters = openSisterChannels(database);
  const rows = () => database.selectFrom("channel").select(columns);
  const found = (row: Row | undefined): Channel => {
    if (row === undefined) throw new Refusal("channel.not_found");
    return toChannel(row);
  };
  const require = async (id: string): Promise<Channel> => found(await rows().where("id", "=", id).executeTakeFirst());

  /** A sound of another classroom does not exist here. */
  async function requireInterlude(id: ChannelId, { interludeCartId }: ChannelChange) {
    if (interludeCartId == null) return;
    const query = database.selectFrom("cart").innerJoin("channel", "channel.classroomId", "cart.classroomId");
    const found = query.select("cart.id").where("cart.id", "=", interludeCartId).where("channel.id", "=", id);
    if ((await found.executeTakeFirst()) === undefined) throw new Refusal("cart.not_found");
  }

  /** What feeds name of another channel changed with it. */
  const touchSisters = (id: ChannelId) =>
    database
      .updateTable("channel")
      .set({ changedAt: clock() })
      .where("id", "in", (of) => of.selectFrom("sisterChannel").select("channelId").where("sisterId", "=", id))
      .execute();

  /** The slug of a title, with a number behind it when another channel has it. */
  async function freeSlug(within: Database, wanted: string): Promise<string> {
    const taken = await within.selectFrom("channel").select("slug").where("slug", "like", `${wanted}%`).execute();
    const slugs = new Set(taken.map((row) => row.slug));
    for (let number = 1; ; number += 1) {
      const slug = number === 1 ? wanted : `${wanted}-${number}`;
      if (!slugs.has(slug)) return slug;
    }
  }

  return {
    require,
    requireBySlug: async (slug: string): Promise<Channel> => {
      const channel = await keep(slug, async () => {
        const row = await rows().where("slug", "=", slug).executeTakeFirst();
        return row && toChannel(row);
      });
      if (channel === undefined) throw new Refusal("channel.not_found");
      return channel;
    },
    listOf: async (classroomId: ClassroomId): Promise<Channel[]> =>
      (await rows().where("classroomId", "=", classroomId).orderBy("id").execute()).map(toChannel),
    /** What anybody may hear, by title, with the names that stand beside it. */
    listPublic: async () => {
      const query = rows()
        .innerJoin("classroom", "classroom.id", "channel.classroomId")
        .innerJoin("school", "school.id", "classroom.schoolId")
        .where("channel.visibility", "=", "public")
        .where("school.shutAt", "is", null);
      const named = query.select([
        "classroom.name as classroomName",
        "school.id as schoolId",
        "school.name as schoolName",
        "school.city",
      ]);
      return (await named.orderBy("channel.title").execute()).map(
        ({ classroomName, schoolId, schoolName, city, ...row }) => ({
          channel: toChannel(row),
          school: { id: SchoolId.parse(schoolId), name: schoolName, city },
          classroomName,
        }),
      );
    },
    /** Names its address by its title once and for all: subscribers keep the feed's address. */
    create: async (classroomId: ClassroomId, author: string, channel: NewChannel): Promise<Channel> => {
      const slug = await freeSlug(database, slugOf(channel.title) ?? `radio-${channel.bird}`);
      const row = {
        id: newId(ChannelId),
        classroomId,
        slug,
        author,
        ...channel,
        coverVersion: 0,
        hasOwnCover: 0 as const,
        interludeCartId: null,
        movedTo: null,
        licence: "all-rights-reserved",
      };
      await database
        .insertInto("channel")
        .values({ ...row, changedAt: clock(), createdAt: clock() })
        .execute();
      return toChannel(row);
    },
    /** Another bird or colour draws another cover, so the cover's address changes with it. */
    change: async (id: ChannelId, { sisters: chosen, ...change }: ChannelChange): Promise<Channel> => {
      await requireInterlude(id, change);
      if (chosen !== undefined) await sisters.set(id, chosen);
      const redraws = change.bird !== undefined || change.colour !== undefined;
      await database
        .updateTable("channel")
        .set({ ...change, changedAt: clock() })
        .$if(redraws, (query) => query.set((of) => ({ coverVersion: of("coverVersion", "+", 1) })))
        .where("id", "=", id)
        .execute();
      await touchSisters(id);
      return require(id);
    },
    /** A cover was uploaded (`true`) or taken away: the next version. */
    changeCover: async (id: ChannelId, hasOwnCover: boolean): Promise<Channel> => {
      await database
        .updateTable("channel")
        .set((of) => ({
          hasOwnCover: hasOwnCover ? 1 : 0,
          coverVersion: of("coverVersion", "+", 1),
          changedAt: clock(),
        }))
        .where("id", "=", id)
        .execute();
      return require(id);
    },
    /** Public channels that it names, in its order. */
    sistersOf: sisters.of,
    /** Something that the feed shows changed elsewhere, such as an episode. */
    touch: async (id: ChannelId) => {
      await database.updateTable("channel").set({ changedAt: clock() }).where("id", "=", id).execute();
    },
    /** Slugs of the public feeds that changed since then (epoch milliseconds). */
    publicChangedSince: async (since: number): Promise<string[]> => {
      const open = database
        .selectFrom("channel")
        .innerJoin("classroom", "classroom.id", "channel.classroomId")
        .innerJoin("school", "school.id", "classroom.schoolId")
        .where("channel.visibility", "=", "public")
        .where("school.shutAt", "is", null);
      const found = open.select("channel.slug").where("channel.changedAt", ">=", since);
      return (await found.execute()).map(({ slug }) => slug);
    },
    /** Epoch milliseconds of the last change that the feed shows: its own, or that of a channel whose episodes are heard again in it. */
    changedAt: async (id: ChannelId): Promise<number> => {
      const sources = database
        .selectFrom("replay")
        .innerJoin("episode", "episode.id", "replay.episodeId")
        .select("episode.channelId")
        .where("replay.channelId", "=", id);
      const query = database.selectFrom("channel").select((of) => of.fn.max<number>("changedAt").as("changedAt"));
      const shown = query.where((of) => of.or([of("id", "=", id), of("id", "in", sources)]));
      return (await shown.executeTakeFirstOrThrow()).changedAt;
    },
  };
}
/** See {@link openChannels}. */
export type Channels = ReturnType<typeof openChannels>;
