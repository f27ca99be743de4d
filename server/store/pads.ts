import { z } from "zod";
import { CartId, type ShowId } from "../../schemas/ids.ts";
import type { ShowPads } from "../../schemas/carts.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "./open-database.ts";
import { slotBefore } from "./slot-before.ts";

const Chosen = z
  .string()
  .transform((text) => JSON.parse(text) as unknown)
  .pipe(z.array(CartId));

/** Which carts have a pad in a show, and in which order: its own choice, its weekly slot's newest before it, or all of its classroom's. */
export function openPads(database: Database) {
  async function rowOf(showId: string) {
    const shows = database.selectFrom("show").innerJoin("channel", "channel.id", "show.channelId");
    const row = await shows
      .where("show.id", "=", showId)
      .select(["show.pads", "channel.classroomId"])
      .executeTakeFirst();
    if (row === undefined) throw new Refusal("show.not_found");
    return row;
  }

  async function inherited(showId: string): Promise<string | null> {
    const before = slotBefore(database, showId).where("former.pads", "is not", null);
    const row = await before.select("former.pads").executeTakeFirst();
    return row?.pads ?? null;
  }

  /** Carts that are gone, or never were this classroom's, have no pad. */
  async function of(showId: string): Promise<ShowPads> {
    const { pads: own, classroomId } = await rowOf(showId);
    const pads = own ?? (await inherited(showId));
    const shelf = database.selectFrom("cart").select("id").where("classroomId", "=", classroomId);
    const rows = await shelf.orderBy("place").orderBy("id").execute();
    const known = rows.map(({ id }) => CartId.parse(id));
    if (pads === null) return { cartIds: known, isOwn: false };
    return { cartIds: Chosen.parse(pads).filter((id) => known.includes(id)), isOwn: own !== null };
  }

  return {
    of,
    /** `null`: none of its own any more. */
    set: async (showId: ShowId, cartIds: readonly CartId[] | null): Promise<ShowPads> => {
      const pads = cartIds === null ? null : JSON.stringify(cartIds);
      await database.updateTable("show").set({ pads }).where("id", "=", showId).execute();
      return of(showId);
    },
  };
}
/** See {@link openPads}. */
export type Pads = ReturnType<typeof openPads>;
