import { CartId, PupilId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";
import { followInRecordings, type Followed, type NamedSounds } from "./played-voices.ts";
import { nameInRundowns } from "./rundowns.ts";

/** Who speaks in sounds of the desk, said anew: on the desk, where other classes have a copy, in rundowns, and in whatever was recorded with them. */
export function openNamedSounds(database: Database, clock: () => number = Date.now) {
  async function onDesk(within: Database, { cartIds, takeId }: NamedSounds) {
    const made = within
      .selectFrom("spokenCart")
      .select("cartId as id")
      .where("takeId", "=", takeId ?? "");
    const own = within.selectFrom("cart").select("id").where("id", "in", cartIds);
    const found = (await own.union(made).execute()).map(({ id }) => id);
    const copies = within
      .selectFrom("cartCopy")
      .select("cartId")
      .where("sourceId", "in", [...found, ...cartIds]);
    const ids = [...found, ...(await copies.execute()).map(({ cartId }) => cartId)];
    return [...new Set(ids)].map((id) => CartId.parse(id));
  }

  return {
    /** These speak in them, and nobody else of the class. Tells on which carts of the desk this changed something, too. */
    name: (sounds: NamedSounds, pupilIds: readonly PupilId[]): Promise<Followed & { cartIds: CartId[] }> =>
      database.transaction().execute(async (within) => {
        const cartIds = await onDesk(within, sounds);
        const former = within.deleteFrom("spokenCart").where("cartId", "in", cartIds).returning(["cartId", "pupilId"]);
        const byCart = Map.groupBy(await former.execute(), ({ cartId }) => cartId);
        const isOther = (cartId: CartId) => {
          const ids = byCart.get(cartId)?.map(({ pupilId }) => pupilId) ?? [];
          return ids.toSorted().join() !== pupilIds.toSorted().join();
        };
        const takeId = sounds.takeId ?? null;
        const values = cartIds.flatMap((cartId) => pupilIds.map((pupilId) => ({ cartId, pupilId, takeId })));
        if (values.length > 0) await within.insertInto("spokenCart").values(values).execute();
        for (const cartId of cartIds) {
          const before = (byCart.get(cartId) ?? []).map(({ pupilId }) => PupilId.parse(pupilId));
          await nameInRundowns(within, cartId, before, pupilIds);
        }
        const followed = await followInRecordings(within, { ...sounds, cartIds }, pupilIds, clock());
        return { cartIds: cartIds.filter(isOther), ...followed };
      }),
  };
}
/** See {@link openNamedSounds}. */
export type NamedSoundsStore = ReturnType<typeof openNamedSounds>;
