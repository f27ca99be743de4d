import type { Cart } from "../../schemas/carts.ts";
import type { CartId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "./open-database.ts";

/** Notes where a copied sound is at home, and who speaks in it: they still decide how far it goes, and their erasure takes the copy too. */
export async function noteCartCopy(within: Database, cartId: CartId, from: Pick<Cart, "id" | "classroomId">) {
  // Whoever was erased while the files were copied took the sound along.
  const source = await within.selectFrom("cart").select("id").where("id", "=", from.id).executeTakeFirst();
  if (source === undefined) throw new Refusal("cart.not_found");
  await within.insertInto("cartCopy").values({ cartId, homeId: from.classroomId, sourceId: from.id }).execute();
  const speakers = within.selectFrom("spokenCart").select(["pupilId", "takeId"]).where("cartId", "=", from.id);
  const values = (await speakers.execute()).map((voice) => ({ cartId, ...voice }));
  if (values.length > 0) await within.insertInto("spokenCart").values(values).execute();
}

/** Which sounds of a class came from another one. */
export function openCartCopies(database: Database) {
  return {
    has: async (cartId: CartId): Promise<boolean> => {
      const rows = database.selectFrom("cartCopy").select("cartId").where("cartId", "=", cartId);
      return (await rows.executeTakeFirst()) !== undefined;
    },
    /** Whether a sound is what a family left: theirs, for this class and this show. */
    isReply: async (cartId: CartId): Promise<boolean> => {
      const rows = database.selectFrom("reply").select("id").where("cartId", "=", cartId);
      return (await rows.executeTakeFirst()) !== undefined;
    },
  };
}
/** See {@link openCartCopies}. */
export type CartCopies = ReturnType<typeof openCartCopies>;
