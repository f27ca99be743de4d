import { z } from "zod";
import { Visibility } from "../../schemas/channels.ts";
import { ChannelId, ClassroomId, FamilyId } from "../../schemas/ids.ts";
import { NewsWish, type PushSubscription } from "../../schemas/news.ts";
import type { Database } from "./open-database.ts";

const Wish = z
  .string()
  .transform((text) => JSON.parse(text) as unknown)
  .pipe(NewsWish);

/** A browser that is told of a channel, with all that decides whether it still may be. */
const Follower = z.strictObject({
  id: z.string(),
  endpoint: z.string(),
  p256dh: z.string(),
  auth: z.string(),
  wish: Wish,
  familyId: FamilyId.nullable(),
  channelId: ChannelId,
  classroomId: ClassroomId,
  slug: z.string(),
  radio: z.string(),
  visibility: Visibility,
  isArchived: z.union([z.literal(0), z.literal(1)]).transform(Boolean),
});
/** See {@link Follower}. */
export type Follower = z.infer<typeof Follower>;

/** Browsers that want to be told of channels. */
export function openPushSubscriptions(database: Database, clock: () => number = Date.now) {
  const followers = () =>
    database
      .selectFrom("pushSubscription")
      .innerJoin("channel", "channel.id", "pushSubscription.channelId")
      .innerJoin("classroom", "classroom.id", "channel.classroomId")
      .select((of) => [
        "pushSubscription.id",
        "pushSubscription.endpoint",
        "pushSubscription.p256dh",
        "pushSubscription.auth",
        "pushSubscription.wish",
        "pushSubscription.familyId",
        "channel.id as channelId",
        "channel.classroomId",
        "channel.slug",
        "channel.title as radio",
        "channel.visibility",
        of("classroom.archivedAt", "is not", null).as("isArchived"),
      ]);
  return {
    /** Keeps what a browser wants of a channel, in place of what it wanted before. */
    follow: async (
      channelId: ChannelId,
      familyId: FamilyId | null,
      { endpoint, keys }: PushSubscription,
      wish: NewsWish,
    ) => {
      const values = { ...keys, familyId, wish: JSON.stringify(wish) };
      await database
        .insertInto("pushSubscription")
        .values({ id: crypto.randomUUID(), channelId, endpoint, ...values, createdAt: clock() })
        .onConflict((known) => known.columns(["endpoint", "channelId"]).doUpdateSet(values))
        .execute();
    },
    countOf: async (channelId: ChannelId): Promise<number> => {
      const rows = database.selectFrom("pushSubscription").where("channelId", "=", channelId);
      const { count } = await rows.select((of) => of.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
      return count;
    },
    wishOf: async (channelId: ChannelId, endpoint: string): Promise<NewsWish | undefined> => {
      const rows = database.selectFrom("pushSubscription").select("wish").where("channelId", "=", channelId);
      const row = await rows.where("endpoint", "=", endpoint).executeTakeFirst();
      return row && Wish.parse(row.wish);
    },
    unfollow: async (channelId: ChannelId, endpoint: string) => {
      const rows = database.deleteFrom("pushSubscription").where("channelId", "=", channelId);
      await rows.where("endpoint", "=", endpoint).execute();
    },
    /** The browser is gone, or wants no more: what it wanted of any channel goes. */
    forget: async (endpoint: string) => {
      await database.deleteFrom("pushSubscription").where("endpoint", "=", endpoint).execute();
    },
    find: async (id: string): Promise<Follower | undefined> => {
      const row = await followers().where("pushSubscription.id", "=", id).executeTakeFirst();
      return row && Follower.parse(row);
    },
    ofChannel: async (channelId: ChannelId): Promise<Follower[]> =>
      (await followers().where("channel.id", "=", channelId).execute()).map((row) => Follower.parse(row)),
  };
}
/** See {@link openPushSubscriptions}. */
export type PushSubscriptions = ReturnType<typeof openPushSubscriptions>;
