import { z } from "zod";
import { Visibility } from "../../schemas/channels.ts";
import { FamilyLanguage } from "../../schemas/families.ts";
import { ChannelId, ClassroomId, FamilyId } from "../../schemas/ids.ts";
import { LetterCadence, type LetterChange, type LetterWish } from "../../schemas/letters.ts";
import { Email } from "../../schemas/people.ts";
import type { Database } from "./open-database.ts";

/** An address that wants letters about a channel, with all that decides whether it still gets them. */
const LetterReader = z.strictObject({
  id: z.string(),
  email: Email,
  cadence: LetterCadence,
  language: FamilyLanguage,
  confirmedAt: z.number().nullable(),
  /** Up to when a letter has told what is new, or that nothing is. */
  writtenAt: z.number().nullable(),
  familyId: FamilyId.nullable(),
  channelId: ChannelId,
  classroomId: ClassroomId,
  slug: z.string(),
  radio: z.string(),
  visibility: Visibility,
  isArchived: z.union([z.literal(0), z.literal(1)]).transform(Boolean),
});
/** See {@link LetterReader}. */
export type LetterReader = z.infer<typeof LetterReader>;

const weekMs = 7 * 86_400_000;
/** Who has not said yes by then never asked. */
const unconfirmedMs = 3 * 86_400_000;

/** Addresses that want letters about channels. */
export function openLetterSubscriptions(database: Database, clock: () => number = Date.now) {
  const readers = () =>
    database
      .selectFrom("letterSubscription")
      .innerJoin("channel", "channel.id", "letterSubscription.channelId")
      .innerJoin("classroom", "classroom.id", "channel.classroomId")
      .select((of) => [
        "letterSubscription.id",
        "letterSubscription.email",
        "letterSubscription.cadence",
        "letterSubscription.language",
        "letterSubscription.confirmedAt",
        "letterSubscription.writtenAt",
        "letterSubscription.familyId",
        "channel.id as channelId",
        "channel.classroomId",
        "channel.slug",
        "channel.title as radio",
        "channel.visibility",
        of("classroom.archivedAt", "is not", null).as("isArchived"),
      ]);
  const all = async (rows: ReturnType<typeof readers>) => (await rows.execute()).map((row) => LetterReader.parse(row));

  return {
    /** Notes a wish, to be confirmed; of an address that has confirmed one already nothing changes yet. Gives its id. */
    request: async (channelId: ChannelId, familyId: FamilyId | null, wish: LetterWish): Promise<string> => {
      const row = { id: crypto.randomUUID(), channelId, familyId, ...wish, createdAt: clock() };
      await database
        .insertInto("letterSubscription")
        .values({ ...row, confirmedAt: null, writtenAt: null })
        .onConflict((known) =>
          known
            .columns(["channelId", "email"])
            .doUpdateSet({ familyId, cadence: wish.cadence, language: wish.language, createdAt: clock() })
            .where("letterSubscription.confirmedAt", "is", null),
        )
        .execute();
      const found = database.selectFrom("letterSubscription").select("id").where("channelId", "=", channelId);
      return (await found.where("email", "=", wish.email).executeTakeFirstOrThrow()).id;
    },
    find: async (id: string): Promise<LetterReader | undefined> =>
      (await all(readers().where("letterSubscription.id", "=", id)))[0],
    /** The holder of the address has said yes; tells whether there was anything to say yes to. */
    confirm: async (id: string): Promise<boolean> => {
      const said = database.updateTable("letterSubscription").set({ confirmedAt: clock(), writtenAt: clock() });
      await said.where("id", "=", id).where("confirmedAt", "is", null).execute();
      const row = database.selectFrom("letterSubscription").select("id").where("id", "=", id);
      return (await row.executeTakeFirst()) !== undefined;
    },
    /** In place of what may no longer be sent: another wish of the same address, to be confirmed. */
    beginAnew: async (id: string, { familyId, cadence, language }: LetterChange & { familyId: FamilyId | null }) => {
      const wish = { familyId, cadence, language, createdAt: clock(), confirmedAt: null, writtenAt: null };
      await database.updateTable("letterSubscription").set(wish).where("id", "=", id).execute();
    },
    /** The holder has said yes to a change; tells whether there was anything to change. */
    change: async (id: string, { cadence, language }: LetterChange): Promise<boolean> => {
      const changed = database.updateTable("letterSubscription").set({ cadence, language }).where("id", "=", id);
      return (await changed.executeTakeFirst()).numUpdatedRows > 0n;
    },
    remove: async (id: string) => {
      await database.deleteFrom("letterSubscription").where("id", "=", id).execute();
    },
    /** Who is to have a letter now that a channel has a new episode. */
    withEachEpisodeOf: (channelId: ChannelId): Promise<LetterReader[]> =>
      all(
        readers()
          .where("channel.id", "=", channelId)
          .where("cadence", "=", "episode")
          .where("confirmedAt", "is not", null),
      ),
    /** Who had the last letter a week ago. */
    afterAWeek: (): Promise<LetterReader[]> =>
      all(
        readers()
          .where("cadence", "=", "week")
          .where("writtenAt", "<=", clock() - weekMs),
      ),
    setWritten: async (id: string, writtenAt = clock()) => {
      await database.updateTable("letterSubscription").set({ writtenAt }).where("id", "=", id).execute();
    },
    /** How many episodes that are for all whom the channel lets in came out after an instant, up to another. */
    countNew: async (channelId: ChannelId, { since, until }: { since: number; until: number }): Promise<number> => {
      const rows = database.selectFrom("episode").where("channelId", "=", channelId).where("state", "=", "published");
      const fresh = rows
        .where("visibility", "is", null)
        .where("publishedAt", ">", since)
        .where("publishedAt", "<=", until);
      return (await fresh.select((of) => of.fn.countAll<number>().as("count")).executeTakeFirstOrThrow()).count;
    },
    forgetUnconfirmed: async () => {
      const old = database.deleteFrom("letterSubscription").where("confirmedAt", "is", null);
      await old.where("createdAt", "<", clock() - unconfirmedMs).execute();
    },
  };
}
/** See {@link openLetterSubscriptions}. */
export type LetterSubscriptions = ReturnType<typeof openLetterSubscriptions>;
