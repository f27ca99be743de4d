import type { Cart } from "../../schemas/carts.ts";
import type { CartId } from "../../schemas/ids.ts";
import type { PlayingCart } from "../../schemas/studio.ts";
import type { Mixer } from "../../media/mixer/mixer.ts";
import { Refusal } from "../errors.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";

/** A cart and its decoded sound: interleaved 32-bit floats, 48 kHz, stereo. */
export type LoadableCart = { cart: Cart; pcmPath: string };

/** What the cart rack stands on. */
type Parts = { mixer: Mixer; clock: StudioClock; changed: () => void; onBug: (error: unknown) => void };

/** The carts of a studio: which are loaded in the mixer, which play, and their common fader. */
export class CartRack {
  readonly #parts: Parts;
  readonly #carts = new Map<CartId, LoadableCart>();
  readonly #playing = new Map<CartId, PlayingCart>();
  gainDb = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.mixer.onCartEnded((cartId) => {
      if (this.#playing.delete(cartId)) parts.changed();
    });
  }

  list = (): Cart[] => [...this.#carts.values()].map(({ cart }) => cart);
  playing = (): PlayingCart[] => [...this.#playing.values()];

  /** Loads what is new, forgets what is gone. A cart whose file cannot be read is left out: the show goes on without it. */
  async load(carts: readonly LoadableCart[]) {
    const wanted = new Set(carts.map(({ cart }) => cart.id));
    const gone = [...this.#carts.keys()].filter((id) => !wanted.has(id));
    await Promise.all([...gone.map((id) => this.#unload(id)), ...carts.map((cart) => this.#load(cart))]);
    this.#parts.changed();
  }

  async #load(loadable: LoadableCart) {
    const { cart, pcmPath } = loadable;
    const former = this.#carts.get(cart.id);
    const isLooping = cart.kind === "bed";
    const isSameSound = former?.pcmPath === pcmPath && (former.cart.kind === "bed") === isLooping;
    try {
      if (!isSameSound) await this.#parts.mixer.loadCart({ cartId: cart.id, pcmPath, isLooping });
      this.#carts.set(cart.id, loadable);
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
  play(cartId: CartId) {
    const { mixer, clock, changed } = this.#parts;
    const isLooping = this.#require(cartId).cart.kind === "bed";
    mixer.playCart(cartId);
    this.#playing.set(cartId, { cartId, startedAt: toInstant(clock.now()), isLooping });
    changed();
  }

  /** Fades it out; one that does not play stays silent. */
  stop(cartId: CartId) {
    this.#require(cartId);
    this.#parts.mixer.stopCart(cartId);
    if (this.#playing.delete(cartId)) this.#parts.changed();
  }

  setGain(gainDb: number) {
    this.#parts.mixer.setCartsGain(gainDb);
    this.gainDb = gainDb;
    this.#parts.changed();
  }

  #require(cartId: CartId): LoadableCart {
    const found = this.#carts.get(cartId);
    if (found === undefined) throw new Refusal("cart.not_found");
    return found;
  }
}
