import { isDeepStrictEqual } from "node:util";
import { playedPart, type Cart } from "../../schemas/carts.ts";
import type { CartId } from "../../schemas/ids.ts";
import { framesPerSecond } from "../../schemas/programme.ts";
import type { PlayingCart } from "../../schemas/studio.ts";
import type { CartLoad, Mixer } from "../../media/mixer/mixer.ts";
import { Refusal } from "../errors.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";

/** A cart and its decoded sound: raw, 16-bit, 48 kHz, stereo. */
export type LoadableCart = { cart: Cart; pcmPath: string };

/** What the cart rack stands on. */
type Parts = {
  mixer: Mixer;
  clock: StudioClock;
  changed: () => void;
  /** A cart began, by a hand or behind another one. */
  onBegun: (cart: Cart) => void;
  onBug: (error: unknown) => void;
};

/** Who presses a pad: a teacher plays everything, a pupil what is for pupils. */
export type PadHand = { isPupil: boolean };
const teacherHand: PadHand = { isPupil: false };

function loadOf({ cart, pcmPath }: LoadableCart): CartLoad {
  const { from, seconds } = playedPart(cart);
  const [fromFrame, frames] = [Math.round(from * framesPerSecond), Math.round(seconds * framesPerSecond)];
  const { gainDb, fadeOutSeconds, nextCartId, mode } = cart;
  const order = { isLooping: mode === "loop", gainDb, fadeOutSeconds, nextCartId };
  return { cartId: cart.id, part: { pcmPath, fromFrame, frames }, order };
}

/** The carts of a studio: which are loaded in the mixer, which have a pad, which play, and their common fader. */
export class CartRack {
  readonly #parts: Parts;
  readonly #carts = new Map<CartId, LoadableCart>();
  readonly #playing = new Map<CartId, PlayingCart>();
  #pads: readonly CartId[] = [];
  gainDb = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.mixer.onCartEnded((cartId, nextCartId) => {
      const next = nextCartId === null ? undefined : this.#carts.get(nextCartId);
      const isKnown = this.#playing.delete(cartId);
      if (next !== undefined) this.#begun(next.cart);
      else if (isKnown) parts.changed();
    });
  }

  list = (): Cart[] => [...this.#carts.values()].map(({ cart }) => cart);
  pads = (): CartId[] => this.#pads.filter((id) => this.#carts.has(id));
  playing = (): PlayingCart[] => [...this.#playing.values()];
  /** The carts that play now. */
  heard = (): Cart[] => [...this.#playing.keys()].flatMap((id) => this.#carts.get(id)?.cart ?? []);

  /** Loads what is new, forgets what is gone. A cart whose file cannot be read is left out: the show goes on without it. */
  async load(carts: readonly LoadableCart[], pads: readonly CartId[]) {
    this.#pads = pads;
    const wanted = new Set(carts.map(({ cart }) => cart.id));
    const gone = [...this.#carts.keys()].filter((id) => !wanted.has(id));
    await Promise.all([...gone.map((id) => this.#unload(id)), ...carts.map((cart) => this.#load(cart))]);
    this.#parts.changed();
  }

  async #load(loadable: LoadableCart) {
    const { id } = loadable.cart;
    const former = this.#carts.get(id);
    const load = loadOf(loadable);
    try {
      const isSame = former !== undefined && isDeepStrictEqual(loadOf(former), load);
      if (!isSame) await this.#parts.mixer.loadCart(load);
      this.#carts.set(id, loadable);
    } catch (error) {
      this.#parts.onBug(error);
    }
  }

  async #unload(cartId: CartId) {
    this.#carts.delete(cartId);
    this.#playing.delete(cartId);
    await this.#parts.mixer.unloadCart(cartId);
  }

  /** Plays from the beginning, also a cart that plays already. */
  play(cartId: CartId, hand = teacherHand) {
    const { cart } = this.#require(cartId, hand);
    this.#parts.mixer.playCart(cartId);
    this.#begun(cart);
  }

  #begun(cart: Cart) {
    const { clock, changed, onBegun } = this.#parts;
    const startedAt = toInstant(clock.now());
    this.#playing.set(cart.id, { cartId: cart.id, startedAt, isLooping: cart.mode === "loop" });
    onBegun(cart);
    changed();
  }

  /** Fades it out; one that does not play stays silent. */
  stop(cartId: CartId, hand = teacherHand) {
    this.#require(cartId, hand);
    this.#parts.mixer.stopCart(cartId);
    if (this.#playing.delete(cartId)) this.#parts.changed();
  }

  setGain(gainDb: number) {
    this.#parts.mixer.setCartsGain(gainDb);
    this.gainDb = gainDb;
    this.#parts.changed();
  }

  #require(cartId: CartId, { isPupil }: PadHand): LoadableCart {
    const found = this.#carts.get(cartId);
    if (found === undefined) throw new Refusal("cart.not_found");
    if (isPupil && !found.cart.isForPupils) throw new Refusal("cart.not_for_pupils");
    return found;
  }
}
