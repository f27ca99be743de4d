import type { Cart } from "../../schemas/carts.ts";
import { mostCarts } from "../../schemas/carts.ts";
import { narrower } from "../../schemas/consent.ts";
import {
  mostFound,
  type CatalogueQuery,
  type NewOffer,
  type Offer,
  type OfferedSound,
} from "../../schemas/exchange.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { CartId, ChannelId, ClassroomId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Carts } from "../store/carts.ts";
import type { CartCopies } from "../store/cart-copies.ts";
import type { Channels } from "../store/channels.ts";
import type { Episodes } from "../store/episodes.ts";
import type { KeptOffer, Offers } from "../store/offers.ts";
import type { Replays } from "../store/replays.ts";
import type { RundownTemplates } from "../store/rundown-templates.ts";
import type { Rundowns } from "../store/rundowns.ts";
import type { Shows } from "../store/shows.ts";
import type { SpokenCarts } from "../store/spoken-carts.ts";
import { cartIdsIn, rightsOfCopy, withCarts, withoutPupils } from "./offered-sounds.ts";
import type { CartShelf } from "./open-cart-shelf.ts";
import type { SchoolRooms } from "./school-room.ts";

/** What the exchange between classes stands on. */
export type ExchangeParts = {
  offers: Offers;
  rundownTemplates: RundownTemplates;
  replays: Replays;
  cartCopies: CartCopies;
  carts: Carts;
  spokenCarts: Pick<SpokenCarts, "reachOf">;
  episodes: Pick<Episodes, "find" | "require">;
  channels: Pick<Channels, "require" | "touch">;
  shows: Pick<Shows, "require">;
  rundowns: Pick<Rundowns, "read">;
  shelf: Pick<CartShelf, "copy" | "remove">;
  schoolRooms: Pick<SchoolRooms, "requireRoom">;
};

/** What an offer holds today: nothing that may not be heard by everybody. */
type Content = { carts: readonly Cart[]; episode?: Episode };

const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Whether an offer speaks of all that somebody looks for. */
function matches({ title, words, credit, kind }: KeptOffer, query: CatalogueQuery): boolean {
  const said = plain(`${title} ${words} ${credit}`);
  const wanted = plain(query.q ?? "").split(/\s+/);
  return (query.kind === undefined || query.kind === kind) && wanted.every((word) => said.includes(word));
}

/** Offers between classes: what may be offered, what others find, and what becomes of it when they take it. */
export function openExchange(parts: ExchangeParts) {
  const { offers, rundownTemplates, replays, cartCopies, carts, spokenCarts, episodes, channels } = parts;
  const { shows, rundowns, shelf, schoolRooms } = parts;

  /** Why a sound cannot go to other classes today, if it cannot. */
  async function whyNot(cart: Cart): Promise<Refusal | undefined> {
    if (await cartCopies.has(cart.id)) return new Refusal("offer.not_own");
    if (cart.rights.origin === "other" || (await cartCopies.isReply(cart.id)))
      return new Refusal("offer.sound_not_free");
    if ((await spokenCarts.reachOf(cart.id)) !== "public") return new Refusal("consent.too_narrow");
  }

  async function findCarts(classroomId: ClassroomId, ids: readonly CartId[]): Promise<Cart[]> {
    const known = ids.length === 0 ? [] : await carts.listOf(classroomId);
    const found: Cart[] = [];
    for (const cart of known) if (ids.includes(cart.id) && (await whyNot(cart)) === undefined) found.push(cart);
    return found;
  }

  async function isPublic({ state, visibility, channelId }: Episode): Promise<boolean> {
    return state === "published" && narrower((await channels.require(channelId)).visibility, visibility) === "public";
  }

  /** `undefined` while there is nothing that may be heard or taken. */
  async function contentOf({ kind, classroomId, cartId, episodeId, items }: KeptOffer): Promise<Content | undefined> {
    if (episodeId !== null) {
      const episode = await episodes.find(episodeId);
      return episode !== undefined && (await isPublic(episode)) ? { carts: [], episode } : undefined;
    }
    if (cartId === null) return { carts: kind === "series" ? await findCarts(classroomId, cartIdsIn(items)) : [] };
    const found = await findCarts(classroomId, [cartId]);
    return found.length === 0 ? undefined : { carts: found };
  }

  /** Names of sounds may name pupils too. */
  const titleOf = (offer: KeptOffer, cart: Cart, forget: (text: string) => string) =>
    offer.kind === "cart" ? offer.title : forget(cart.title);

  async function soundsOf(offer: KeptOffer, content: Content, urlOf: (cart: Cart, place: number) => string) {
    const forget = await offers.forgetNames(offer.classroomId);
    const sounds = content.carts.map((cart, place): OfferedSound => {
      const { kind, durationSeconds, rights } = cart;
      return { title: titleOf(offer, cart, forget), kind, durationSeconds, rights, url: urlOf(cart, place) };
    });
    const { episode } = content;
    const url = episode?.enclosures.find(({ format }) => format === "mp3")?.url;
    if (episode === undefined || url === undefined) return sounds;
    return [{ title: episode.title, kind: null, durationSeconds: episode.durationSeconds ?? 0, rights: null, url }];
  }

  const told = ({ id, kind, title, words, reach, offeredAt, credit, items }: KeptOffer, sounds: OfferedSound[]) => ({
    ...{ id, kind, title, words, reach, offeredAt, credit, sounds },
    parts: items.map((item) => ({ title: item.title, kind: item.kind, plannedSeconds: item.plannedSeconds })),
  });

  /** What is offered: refused when it is not the class's own, or may not go so far. */
  async function sourceOf(classroomId: ClassroomId, { kind, sourceId }: NewOffer) {
    const nothing = { items: [], cartId: null, episodeId: null, texts: [] as string[] };
    if (kind === "cart") {
      const cart = await carts.require(sourceId);
      if (cart.classroomId !== classroomId) throw new Refusal("cart.not_found");
      const why = await whyNot(cart);
      if (why !== undefined) throw why;
      return { ...nothing, cartId: cart.id, texts: Object.values(cart.rights) };
    }
    if (kind === "episode") {
      const episode = await episodes.require(sourceId);
      if ((await channels.require(episode.channelId)).classroomId !== classroomId)
        throw new Refusal("episode.not_found");
      if (!(await isPublic(episode))) throw new Refusal("offer.not_public");
      return { ...nothing, episodeId: episode.id };
    }
    const show = await shows.require(sourceId);
    if ((await channels.require(show.channelId)).classroomId !== classroomId) throw new Refusal("show.not_found");
    const { items, credit } = await rundowns.read(show.id);
    if (credit !== undefined) throw new Refusal("offer.not_own");
    if (items.length === 0) throw new Refusal("offer.empty");
    const told = withoutPupils(items, await offers.forgetNames(classroomId));
    return { ...nothing, items: kind === "series" ? told : withCarts(told, new Map()) };
  }

  /** Copies sounds for another class: all of them, or none. */
  async function copyCarts(offer: KeptOffer, found: readonly Cart[], classroomId: ClassroomId) {
    if ((await carts.listOf(classroomId)).length + found.length > mostCarts) throw new Refusal("cart.too_many");
    const forget = await offers.forgetNames(offer.classroomId);
    await using copying = new AsyncDisposableStack();
    const copies = new Map<CartId, CartId>();
    for (const cart of found) {
      // Each adds to what the class keeps.
      await schoolRooms.requireRoom({ classroomId });
      const words = { title: titleOf(offer, cart, forget), rights: rightsOfCopy(cart.rights, offer.credit) };
      const { id } = await shelf.copy(cart, classroomId, words);
      copying.defer(() => shelf.remove(id));
      copies.set(cart.id, id);
    }
    copying.move();
    return copies;
  }

  async function replay({ id, credit }: KeptOffer, episode: Episode, classroomId: ClassroomId, into: ChannelId | null) {
    if (into === null) throw new Refusal("offer.no_channel");
    const channel = await channels.require(into);
    if (channel.classroomId !== classroomId) throw new Refusal("channel.not_found");
    await replays.add({ channelId: into, episodeId: episode.id, offerId: id, credit });
    await channels.touch(into);
  }

  async function take(offer: KeptOffer, content: Content, classroomId: ClassroomId, channelId: ChannelId | null) {
    if (content.episode !== undefined) return replay(offer, content.episode, classroomId, channelId);
    const isRundown = offer.kind === "rundown" || offer.kind === "series";
    if (isRundown) await rundownTemplates.requireRoom(classroomId);
    const copies = await copyCarts(offer, content.carts, classroomId);
    if (!isRundown) return;
    const { title, words, credit, classroomId: homeId } = offer;
    await rundownTemplates.add({ classroomId, homeId, title, words, credit, items: withCarts(offer.items, copies) });
  }

  const requireContent = async (classroomId: ClassroomId, offerId: string) => {
    const offer = await offers.requireFor(classroomId, offerId);
    const content = await contentOf(offer);
    if (content === undefined) throw new Refusal("offer.not_found");
    return { offer, content };
  };

  return {
    /** Offers something of a class's own. `offer.names` when first names of the class stand in what is typed, until somebody says that no pupil is meant. */
    offer: async (classroomId: ClassroomId, wanted: NewOffer) => {
      const { texts, ...source } = await sourceOf(classroomId, wanted);
      const { kind, title, words, reach, areNamesSeen } = wanted;
      const names = await offers.namedIn(classroomId, [title, words, ...texts]);
      if (names.length > 0 && !areNamesSeen) throw new Refusal("offer.names", { names });
      await offers.create({ classroomId, kind, title, words, reach, ...source });
    },
    /** What others offer to a class, the newest first; nothing that may not be heard today. */
    catalogue: async (classroomId: ClassroomId, query: CatalogueQuery): Promise<Offer[]> => {
      const taken = await offers.takenBy(classroomId);
      const found: Offer[] = [];
      for (const offer of (await offers.offeredTo(classroomId)).filter((each) => matches(each, query))) {
        if (found.length >= mostFound) break;
        const content = await contentOf(offer);
        if (content === undefined) continue;
        const below = `/api/classrooms/${classroomId}/catalogue/${offer.id}/sounds`;
        const sounds = await soundsOf(offer, content, (_cart, place) => `${below}/${place}`);
        found.push({ ...told(offer, sounds), isTaken: taken.has(offer.id) });
      }
      return found;
    },
    /** All that a class has to do with others. */
    of: async (classroomId: ClassroomId) => {
      const takings = await offers.takings(classroomId);
      const own = (await offers.ofClassroom(classroomId)).map(async (offer) => {
        const content = await contentOf(offer);
        const sounds = await soundsOf(offer, content ?? { carts: [] }, ({ id }) => `/api/carts/${id}/sound`);
        return { ...told(offer, sounds), classes: takings.get(offer.id) ?? 0, isOut: content !== undefined };
      });
      return {
        offers: await Promise.all(own),
        templates: await rundownTemplates.listOf(classroomId),
        replays: await replays.listOf(classroomId),
      };
    },
    /** A sound of an offer, by its place in it, for whoever may take it. */
    soundOf: async (classroomId: ClassroomId, offerId: string, place: number): Promise<CartId> => {
      const { content } = await requireContent(classroomId, offerId);
      const cart = content.carts[place];
      if (cart === undefined) throw new Refusal("offer.not_found");
      return cart.id;
    },
    /** Takes an offer: sounds and rundowns are copied with credit, an episode is heard again in a channel of the class, where it is. */
    take: async (classroomId: ClassroomId, offerId: string, channelId: ChannelId | null) => {
      const { offer, content } = await requireContent(classroomId, offerId);
      await take(offer, content, classroomId, channelId);
      await offers.noteTaking(offer.id, classroomId);
    },
  };
}
