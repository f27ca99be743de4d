import { reaches } from "../../schemas/consent.ts";
import type { Visibility } from "../../schemas/channels.ts";
import { CartId, PupilId, type ClassroomId, type TakeId } from "../../schemas/ids.ts";
import { openConsents } from "./consents.ts";
import type { Database } from "./open-database.ts";

/** Sounds of the desk in which pupils are heard, or a family: whoever speaks in one decides how far it goes. */
export function openSpokenCarts(database: Database, clock: () => number = Date.now) {
  const consents = openConsents(database, clock);
  const ofFamilies = (classroomId: ClassroomId) =>
    database
      .selectFrom("familyVoice")
      .innerJoin("reply", "reply.id", "familyVoice.id")
      .innerJoin("cart", "cart.id", "reply.cartId")
      .where("cart.classroomId", "=", classroomId)
      .select(["cart.id as cartId", "familyVoice.scope"])
      .execute();

  return {
    /** Writes down who speaks in a cart, and of which take it was made. */
    note: async (cartId: CartId, pupilIds: readonly PupilId[], takeId?: TakeId) => {
      const values = [...new Set(pupilIds)].map((pupilId) => ({ cartId, pupilId, takeId: takeId ?? null }));
      await database.insertInto("spokenCart").values(values).execute();
    },
    /** Writes down anew who speaks in what was made of a take. */
    correct: async (takeId: TakeId, pupilIds: readonly PupilId[]) => {
      await database.transaction().execute(async (within) => {
        const made = within.selectFrom("spokenCart").select("cartId").distinct().where("takeId", "=", takeId);
        const carts = await made.execute();
        await within.deleteFrom("spokenCart").where("takeId", "=", takeId).execute();
        const values = carts.flatMap(({ cartId }) => pupilIds.map((pupilId) => ({ cartId, pupilId, takeId })));
        if (values.length > 0) await within.insertInto("spokenCart").values(values).execute();
      });
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
    /** Who speaks in a cart: pupils, and the family whose message it was, by the message's id. */
    voicesIn: async (cartId: CartId): Promise<PupilId[]> => {
      const pupils = database.selectFrom("spokenCart").select("pupilId as id").where("cartId", "=", cartId);
      const families = database.selectFrom("reply").innerJoin("familyVoice", "familyVoice.id", "reply.id");
      const rows = pupils.union(families.select("familyVoice.id").where("cartId", "=", cartId));
      return (await rows.execute()).map(({ id }) => PupilId.parse(id));
    },
    /** Carts of a classroom that a channel's audience may not hear today, because somebody who speaks in them may not be heard so far. */
    tooNarrowFor: async (classroomId: ClassroomId, visibility: Visibility): Promise<Set<CartId>> => {
      const spoken = database.selectFrom("spokenCart").innerJoin("cart", "cart.id", "spokenCart.cartId");
      const rows = await spoken.selectAll("spokenCart").where("cart.classroomId", "=", classroomId).execute();
      const scopes = rows.length === 0 ? new Map<PupilId, never>() : await consents.scopesIn(classroomId);
      // Who has left the class has nobody who answers for them here.
      const ofPupils = rows.map(({ cartId, pupilId }) => ({
        cartId,
        scope: scopes.get(PupilId.parse(pupilId)) ?? "none",
      }));
      const narrow = [...ofPupils, ...(await ofFamilies(classroomId))].filter(
        ({ scope }) => !reaches(scope, visibility),
      );
      return new Set(narrow.map(({ cartId }) => CartId.parse(cartId)));
    },
  };
}
/** See {@link openSpokenCarts}. */
export type SpokenCarts = ReturnType<typeof openSpokenCarts>;
