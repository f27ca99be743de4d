import { z } from "zod";
import type { Cart } from "../../schemas/carts.ts";
import { CartId, cartsStripId, type EpisodeId, type RecordingId } from "../../schemas/ids.ts";
import { PlayedSound } from "../../schemas/sound-rights.ts";
import { openCartCopies } from "./cart-copies.ts";
import { openHeardVoices } from "./heard-voices.ts";
import type { Database } from "./open-database.ts";
import { notePlayedVoices } from "./played-voices.ts";
import { openSpokenCarts } from "./spoken-carts.ts";

const Row = z.strictObject({
  cartId: CartId.nullable(),
  title: z.string(),
  rights: z.string().transform((text) => JSON.parse(text) as unknown),
  atSeconds: z.number(),
});

/** Which carts were heard in which recording, and when. */
export function openCartPlays(database: Database, clock: () => number = Date.now) {
  const [voices, spokenCarts] = [openHeardVoices(database, clock), openSpokenCarts(database, clock)];
  const copies = openCartCopies(database);
  return {
    /** Keeps the title and the rights of today beside it, for when the cart is gone. Whoever speaks in it is heard in the recording, on the carts' track. */
    note: async (recordingId: RecordingId, { id, title, rights }: Cart, atSeconds: number) => {
      const isGuest = await copies.has(id);
      const pupilIds = await spokenCarts.voicesIn(id);
      for (const pupilId of pupilIds)
        await voices.note(recordingId, { stripId: cartsStripId, pupilId, isOpen: true, isGuest });
      await notePlayedVoices(database, { recordingId, cartId: id }, pupilIds);
      const values = { recordingId, cartId: id, title, rights: JSON.stringify(rights), atSeconds };
      await database.insertInto("cartPlay").values(values).execute();
    },
    /** Each sound of an episode once, in the order in which they were first heard; by its words of today while it exists. */
    ofEpisode: async (episodeId: EpisodeId): Promise<PlayedSound[]> => {
      const rows = await database
        .selectFrom("cartPlay")
        .innerJoin("episode", "episode.recordingId", "cartPlay.recordingId")
        .leftJoin("cart", "cart.id", "cartPlay.cartId")
        .where("episode.id", "=", episodeId)
        .select((of) => [
          "cartPlay.cartId",
          "cartPlay.atSeconds",
          of.fn.coalesce("cart.title", "cartPlay.title").as("title"),
          of.fn.coalesce("cart.rights", "cartPlay.rights").as("rights"),
        ])
        .orderBy("cartPlay.atSeconds")
        .orderBy("cartPlay.id")
        .execute();
      return gather(rows.map((row) => Row.parse(row)));
    },
  };
}
/** See {@link openCartPlays}. */
export type CartPlays = ReturnType<typeof openCartPlays>;

function gather(rows: readonly z.infer<typeof Row>[]): PlayedSound[] {
  const sounds = new Map<string, PlayedSound>();
  for (const { cartId, title, rights, atSeconds } of rows) {
    const key = cartId ?? JSON.stringify([title, rights]);
    const sound = sounds.get(key) ?? PlayedSound.parse({ cartId, title, rights, startsAt: [] });
    sound.startsAt.push(atSeconds);
    sounds.set(key, sound);
  }
  return [...sounds.values()];
}
