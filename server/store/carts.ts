import { CartId, type ClassroomId } from "../../schemas/ids.ts";
import { Cart, mostCarts, type CartChange } from "../../schemas/carts.ts";
import { Refusal } from "../errors.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

const columns = ["id", "classroomId", "title", "kind", "colour", "durationSeconds"] as const;

/** The sounds of a classroom's desk; their files lie beside the database. */
export function openCarts(database: Database, clock: () => number = Date.now) {
  const rows = () => database.selectFrom("cart").select(columns);
  const require = async (id: string): Promise<Cart> => {
    const row = await rows().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Refusal("cart.not_found");
    return Cart.parse(row);
  };
  const requireRoom = async (within: Database, classroomId: ClassroomId) => {
    const counted = within.selectFrom("cart").select((of) => of.fn.countAll<number>().as("carts"));
    const { carts } = await counted.where("classroomId", "=", classroomId).executeTakeFirstOrThrow();
    if (carts >= mostCarts) throw new Refusal("cart.too_many");
  };

  return {
    require,
    /** In the order in which they came. */
    listOf: async (classroomId: ClassroomId): Promise<Cart[]> =>
      (await rows().where("classroomId", "=", classroomId).orderBy("id").execute()).map((row) => Cart.parse(row)),
    /** Of the whole station, to know their files by. */
    ids: async () => (await database.selectFrom("cart").select("id").execute()).map(({ id }) => CartId.parse(id)),
    /** Refuses when the classroom has all the carts it may keep. */
    requireRoom: (classroomId: ClassroomId) => requireRoom(database, classroomId),
    /** An id for a cart whose files are written before its row. */
    newId: (): CartId => newId(CartId),
    add: (cart: Cart): Promise<Cart> =>
      database.transaction().execute(async (within) => {
        await requireRoom(within, cart.classroomId);
        await within
          .insertInto("cart")
          .values({ ...cart, createdAt: clock() })
          .execute();
        return cart;
      }),
    change: async (id: CartId, change: CartChange): Promise<Cart> => {
      if (Object.keys(change).length > 0) await database.updateTable("cart").set(change).where("id", "=", id).execute();
      return require(id);
    },
    remove: async (id: CartId) => {
      await database.deleteFrom("cart").where("id", "=", id).execute();
    },
  };
}
/** See {@link openCarts}. */
export type Carts = ReturnType<typeof openCarts>;
