import type { ChannelId } from "../schemas/ids.ts";
import type { CartShelf } from "./archive/open-cart-shelf.ts";
import type { Store } from "./store/open-store.ts";
import type { Interlude } from "./studio/channel-mount.ts";

const zone = { timeZone: "Europe/Paris" } as const;
const dayOf = new Intl.DateTimeFormat("fr", { ...zone, weekday: "long", day: "numeric", month: "long" });
const timeOf = new Intl.DateTimeFormat("fr", { ...zone, hour: "numeric", minute: "2-digit" });

/** When it goes on, as a radio's display says it: without a day when that is today. Radios know few characters. */
function soon(at: number, now: number): string {
  const time = timeOf.format(at).replace(":", " h ");
  return dayOf.format(at) === dayOf.format(now) ? `bientôt, à ${time}` : `bientôt, ${dayOf.format(at)} à ${time}`;
}

/** Tells a channel's mount what radios hear and read between shows. */
export const makeInterludeOf =
  (
    store: Pick<Store, "channels" | "carts" | "spokenCarts" | "shows">,
    { pcmPath }: Pick<CartShelf, "pcmPath">,
    clock: () => number = Date.now,
  ) =>
  async (channelId: ChannelId): Promise<Interlude> => {
    const { title, classroomId, visibility, interludeCartId } = await store.channels.require(channelId);
    const narrow = await store.spokenCarts.tooNarrowFor(classroomId, visibility);
    const isHeard = interludeCartId !== null && !narrow.has(interludeCartId);
    const cart = isHeard ? await store.carts.require(interludeCartId) : undefined;
    const next = await store.shows.findNext(channelId);
    const at = next?.scheduledAt == null ? 0 : Date.parse(next.scheduledAt);
    const word = at > clock() ? soon(at, clock()) : next === undefined ? "pas d’émission pour le moment" : "bientôt";
    const sound = cart && { pcmPath: pcmPath(cart.id), gainDb: cart.gainDb };
    return { sound, title: `${title} – ${word}` };
  };
