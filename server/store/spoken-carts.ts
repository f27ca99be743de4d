import { narrowest, reaches } from "../../schemas/consent.ts";
import type { Visibility } from "../../schemas/channels.ts";
import { CartId, PupilId, type ClassroomId, type TakeId } from "../../schemas/ids.ts";
import { openConsents } from "./consents.ts";
import type { Database } from "./open-database.ts";

/** Sounds of the desk that were takes: whoever speaks in one decides how far it goes. */
export function openSpokenCarts(database: Database, clock: () => number = Date.now) {
  const consents = openConsents(database, clock);
  return {
    /** Writes down who speaks in a cart, and of which take it was made. */
    note: async (cartId: CartId, pupilIds: readonly PupilId[], takeId?: TakeId) => {
      const values = [...new Set(pupilIds)].map((pupilId) => ({ cartId, pupilId, takeId: takeId ?? null }));
      await database.insertInto("spokenCart").values(values).execute();
    },
    /** The cart that was made of a take and is still on the desk. */
    findOf: async (takeId: TakeId): Promise<CartId | undefined> => {
      const row = await database
        .selectFrom("spokenCart")
        .select("cartId")
        .where("takeId", "=", takeId)
        .executeTakeFirst();
      return row && CartId.parse(row.cartId);
    },
    /** Who speaks in a cart; nobody in one that was no take. */
    speakersIn: async (cartId: CartId): Promise<PupilId[]> => {
      const rows = database.selectFrom("spokenCart").select("pupilId").where("cartId", "=", cartId);
      return (await rows.execute()).map(({ pupilId }) => PupilId.parse(pupilId));
    },
    /** Carts of a classroom that a channel's audience may not hear today, because somebody who speaks in them may not be heard so far. */
    tooNarrowFor: async (classroomId: ClassroomId, visibility: Visibility): Promise<Set<CartId>> => {
      const spoken = database.selectFrom("spokenCart").innerJoin("cart", "cart.id", "spokenCart.cartId");
      const rows = await spoken.selectAll("spokenCart").where("cart.classroomId", "=", classroomId).execute();
      if (rows.length === 0) return new Set();
      const scopes = await consents.scopesIn(classroomId);
      const narrow = [...Map.groupBy(rows, ({ cartId }) => cartId)].filter(([, speakers]) => {
        // Who has left the class has nobody who answers for them here.
        const reach = narrowest(speakers.map(({ pupilId }) => scopes.get(PupilId.parse(pupilId)) ?? "none"));
        return !reaches(reach, visibility);
      });
      return new Set(narrow.map(([cartId]) => CartId.parse(cartId)));
    },
  };
}
/** See {@link openSpokenCarts}. */
export type SpokenCarts = ReturnType<typeof openSpokenCarts>;
