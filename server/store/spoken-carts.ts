import { narrowest, reaches, type ConsentScope } from "../../schemas/consent.ts";
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

  const spoken = () =>
    database
      .selectFrom("spokenCart")
      .innerJoin("cart", "cart.id", "spokenCart.cartId")
      .innerJoin("pupil", "pupil.id", "spokenCart.pupilId")
      .leftJoin("cartCopy", "cartCopy.cartId", "cart.id")
      // A sound that was taken from another class: its voices are at home there.
      .select((of) => [
        "spokenCart.cartId",
        "spokenCart.pupilId",
        of("pupil.classroomId", "=", of.fn.coalesce("cartCopy.homeId", "cart.classroomId")).as("isAtHome"),
      ]);
  /** How far each of some sounds may be heard today. */
  async function scopesOf(query: ReturnType<typeof spoken>): Promise<Map<CartId, ConsentScope>> {
    const rows = await query.execute();
    const pupilIds = rows.map(({ pupilId }) => PupilId.parse(pupilId));
    const standing = await consents.standingOf(pupilIds);
    const told = rows.map(({ cartId, isAtHome }, index) => {
      // Who has left the class has nobody who answers for them here.
      const scope: ConsentScope = isAtHome ? standing[index]!.scope : "none";
      return { cartId, scope };
    });
    const byCart = Map.groupBy(told, ({ cartId }) => cartId);
    return new Map([...byCart].map(([id, each]) => [CartId.parse(id), narrowest(each.map(({ scope }) => scope))]));
  }
  return {
    /** Writes down who speaks in a cart, and of which take it was made. */
    note: async (cartId: CartId, pupilIds: readonly PupilId[], takeId?: TakeId) => {
      const values = [...new Set(pupilIds)].map((pupilId) => ({ cartId, pupilId, takeId: takeId ?? null }));
      await database.insertInto("spokenCart").values(values).execute();
    },
    /** The cart that was made of a take and is still on the class's desk. */
    findOf: async (takeId: TakeId): Promise<CartId | undefined> => {
      const row = await database
        .selectFrom("spokenCart")
        .leftJoin("cartCopy", "cartCopy.cartId", "spokenCart.cartId")
        .select("spokenCart.cartId")
        .where("takeId", "=", takeId)
        // Other classes' copies are made of it too.
        .where("cartCopy.cartId", "is", null)
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
      const scopes = await scopesOf(spoken().where("cart.classroomId", "=", classroomId));
      const ofPupils = [...scopes].map(([cartId, scope]) => ({ cartId, scope }));
      const narrow = [...ofPupils, ...(await ofFamilies(classroomId))].filter(
        ({ scope }) => !reaches(scope, visibility),
      );
      return new Set(narrow.map(({ cartId }) => CartId.parse(cartId)));
    },
    /** How far a sound may be heard today: as far as everybody who speaks in it; one in which nobody does, everywhere. */
    reachOf: async (cartId: CartId): Promise<ConsentScope> =>
      (await scopesOf(spoken().where("cart.id", "=", cartId))).get(cartId) ?? "public",
  };
}
/** See {@link openSpokenCarts}. */
export type SpokenCarts = ReturnType<typeof openSpokenCarts>;
