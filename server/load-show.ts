import type { ShowId } from "../schemas/ids.ts";
import type { CartShelf } from "./archive/open-cart-shelf.ts";
import { Refusal } from "./errors.ts";
import type { Store } from "./store/open-store.ts";
import type { StudioShow } from "./studio/studio-parts.ts";

/** Tells a studio what it needs of its show: the words on its walls, its rundown and its classroom's carts. Refuses a show that has ended. */
export const makeLoadShow =
  (
    store: Pick<
      Store,
      "shows" | "channels" | "carts" | "spokenCarts" | "pads" | "rundowns" | "airSettings" | "consents"
    >,
    shelf: Pick<CartShelf, "pcmPath">,
  ) =>
  async (showId: ShowId): Promise<StudioShow> => {
    const show = await store.shows.require(showId);
    if (show.state === "ended") throw new Refusal("show.ended");
    const channel = await store.channels.require(show.channelId);
    const narrow = await store.spokenCarts.tooNarrowFor(channel.classroomId, channel.visibility);
    const carts = (await store.carts.listOf(channel.classroomId)).filter(({ id }) => !narrow.has(id));
    const rundown = await store.rundowns.read(showId);
    const loadable = carts.map((cart) => ({ cart, pcmPath: shelf.pcmPath(cart.id) }));
    const pads = (await store.pads.of(showId)).cartIds.filter((id) => !narrow.has(id));
    const air = await store.airSettings.of(channel.id);
    const scopes = await store.consents.scopesIn(channel.classroomId);
    const { visibility } = channel;
    const { title, channelId } = show;
    return {
      ...{ visibility, scopes },
      showId,
      channelId,
      title,
      channelTitle: channel.title,
      air,
      carts: loadable,
      pads,
      rundown,
    };
  };
