import type { Selectable, Updateable } from "kysely";
import { CartId, type ClassroomId } from "../../schemas/ids.ts";
import { Cart, mostCarts, playedPart, type CartChange, type CartMeasure } from "../../schemas/carts.ts";
import { Refusal } from "../errors.ts";
import { noteCartCopy } from "./cart-copies.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables/tables.ts";

/** A cart before it has a row; its length follows from what was measured. */
export type MeasuredCart = Omit<Cart, "durationSeconds">;

/** A cart of what is known of it. */
export const toCart = (cart: MeasuredCart): Cart => Cart.parse({ ...cart, durationSeconds: playedPart(cart).seconds });

function fromRow(row: Selectable<Tables["cart"]>): Cart {
  const { id, classroomId, title, kind, colour, mode, gainDb, fadeOutSeconds, nextCartId } = row;
  const { durationSeconds: fileSeconds, soundFrom, soundTo, integratedLufs, truePeakDbtp } = row;
  const settings = { title, kind, colour, mode, gainDb, fadeOutSeconds, nextCartId };
  const measure = { fileSeconds, soundFrom, soundTo, integratedLufs, truePeakDbtp };
  const rights: unknown = JSON.parse(row.rights);
  const kept = { id, classroomId, ...settings, isForPupils: row.isForPupils === 1, rights, measure };
  return toCart(kept as MeasuredCart);
}

function toValues({ isForPupils, rights, ...change }: CartChange): Updateable<Tables["cart"]> {
  return {
    ...change,
    ...(isForPupils === undefined ? {} : { isForPupils: isForPupils ? 1 : 0 }),
    ...(rights === undefined ? {} : { rights: JSON.stringify(rights) }),
  };
}

/** The sounds of a classroom's desk; their files lie beside the database. */
export function openCarts(database: Database, clock: () => number = Date.now) {
  const rows = (within: Database = database) => within.selectFrom("cart").selectAll();
  const require = async (id: string): Promise<Cart> => {
    const row = await rows().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Refusal("cart.not_found");
    return fromRow(row);
  };
  const listOf = async (classroomId: ClassroomId, within: Database = database): Promise<Cart[]> => {
    const found = rows(within).where("classroomId", "=", classroomId).orderBy("place").orderBy("id");
    return (await found.execute()).map(fromRow);
  };
  const requireRoom = async (within: Database, classroomId: ClassroomId) => {
    const carts = await listOf(classroomId, within);
    if (carts.length >= mostCarts) throw new Refusal("cart.too_many");
  };
  const requireNext = async (id: CartId, { nextCartId }: CartChange) => {
    if (nextCartId === undefined || nextCartId === null) return;
    const [cart, next] = await Promise.all([require(id), require(nextCartId)]);
    if (next.classroomId !== cart.classroomId || next.id === id) throw new Refusal("cart.not_found");
  };

  return {
    require,
    /** In the order of the classroom's shelf; a new one comes last. */
    listOf: (classroomId: ClassroomId) => listOf(classroomId),
    /** Of the whole station, to know their files by. */
    ids: async () => (await database.selectFrom("cart").select("id").execute()).map(({ id }) => CartId.parse(id)),
    /** Refuses when the classroom has all the carts it may keep. */
    requireRoom: (classroomId: ClassroomId) => requireRoom(database, classroomId),
    /** An id for a cart whose files are written before its row. */
    newId: (): CartId => newId(CartId),
    /** `from` is the cart of another class that it is a copy of; `cart.not_found` when that one is gone meanwhile. */
    add: (cart: MeasuredCart, from?: Pick<Cart, "id" | "classroomId">): Promise<Cart> =>
      database.transaction().execute(async (within) => {
        await requireRoom(within, cart.classroomId);
        const last = within.selectFrom("cart").select((of) => of.fn.max<number | null>("place").as("place"));
        const { place } = await last.where("classroomId", "=", cart.classroomId).executeTakeFirstOrThrow();
        await within
          .insertInto("cart")
          .values({ ...toRow(cart), place: (place ?? -1) + 1, createdAt: clock() })
          .execute();
        if (from !== undefined) await noteCartCopy(within, cart.id, from);
        return toCart(cart);
      }),
    /** Refuses a chain to a cart of another classroom, or to itself. */
    change: async (id: CartId, change: CartChange): Promise<Cart> => {
      await requireNext(id, change);
      const values = toValues(change);
      if (Object.keys(values).length > 0) await database.updateTable("cart").set(values).where("id", "=", id).execute();
      return require(id);
    },
    /** What was measured on its sound, later than it came. */
    setMeasure: async (id: CartId, { fileSeconds, ...measured }: CartMeasure) => {
      const values = { ...measured, durationSeconds: fileSeconds };
      await database.updateTable("cart").set(values).where("id", "=", id).execute();
    },
    /** Puts a classroom's carts in this order; those that are not named follow as they stood. */
    arrange: (classroomId: ClassroomId, cartIds: readonly CartId[]): Promise<Cart[]> =>
      database.transaction().execute(async (within) => {
        const rank = new Map(cartIds.map((id, index) => [id, index]));
        const carts = await listOf(classroomId, within);
        const placeOf = ({ id }: Cart) => rank.get(id) ?? cartIds.length;
        const arranged = carts.toSorted((one, other) => placeOf(one) - placeOf(other));
        for (const [place, { id }] of arranged.entries())
          await within.updateTable("cart").set({ place }).where("id", "=", id).execute();
        return arranged;
      }),
    remove: async (id: CartId) => {
      await database.deleteFrom("cart").where("id", "=", id).execute();
    },
  };
}
/** See {@link openCarts}. */
export type Carts = ReturnType<typeof openCarts>;

function toRow({ measure: { fileSeconds, ...measured }, isForPupils, rights, ...cart }: MeasuredCart) {
  const settings = { isForPupils: isForPupils ? 1 : 0, rights: JSON.stringify(rights) } as const;
  return { ...cart, ...settings, ...measured, durationSeconds: fileSeconds };
}
