import type { CartId } from "../../schemas/ids.ts";
import { framesPerBlock, framesPerSecond } from "../../schemas/programme.ts";
import type { Level } from "../../schemas/studio.ts";
import { CartPlaying } from "./cart-playing.ts";
import type { CartSound } from "./cart-sound.ts";
import { Fader } from "./fader.ts";
import { LevelMeter } from "./level-meter.ts";
import type { CartOrder } from "./mixer.ts";

const restartSeconds = 0.005;

type Loaded = { sound: CartSound; order: CartOrder };
type Playing = { cartId: CartId; head: CartPlaying };

/** Hears that a cart ended, and which one began in its place, if one did. */
export type CartEndListener = (cartId: CartId, nextCartId: CartId | null) => void;

/** All carts of one studio, and the fader over them. */
export class CartDeck {
  readonly #onEnded: CartEndListener;
  readonly #loaded = new Map<CartId, Loaded>();
  readonly #playing = new Set<Playing>();
  readonly #fader = new Fader({ gainDb: 0, isOpen: true }, 2);
  readonly #level = new LevelMeter();
  readonly #scratch = new Float32Array(2 * framesPerBlock);

  constructor(onEnded: CartEndListener) {
    this.#onEnded = onEnded;
  }

  /** Makes a cart ready; one of the same id that plays plays on with its old sound, and its new gain. */
  load(cartId: CartId, sound: CartSound, order: CartOrder): void {
    this.#loaded.set(cartId, { sound, order });
    for (const { head } of this.#playingsOf(cartId)) head.setGain(order.gainDb);
  }

  /** Forgets a cart, with a fade-out if it plays. */
  unload(cartId: CartId): void {
    this.stop(cartId);
    this.#loaded.delete(cartId);
  }

  /** Plays from the beginning or a later frame, from the next block on; what plays of the same cart makes room within 5 ms. */
  play(cartId: CartId, fromFrame = 0): void {
    this.#begin(cartId, fromFrame);
  }

  /** Fades a cart out, as long as its order says. */
  stop(cartId: CartId): void {
    const order = this.#loaded.get(cartId)?.order;
    if (order !== undefined) this.#fadeOut(cartId, order.fadeOutSeconds);
  }

  /** Moves the fader of all carts. */
  setGain(gainDb: number): void {
    this.#fader.set({ gainDb });
  }

  /** Fills the bus with the carts' next 20 ms; false when none plays. */
  render(bus: Float32Array): boolean {
    bus.fill(0);
    if (this.#playing.size === 0) return this.#fader.process(bus) && false;
    for (const playing of [...this.#playing]) this.#mix(playing, bus);
    this.#level.measure(bus);
    if (!this.#fader.process(bus)) bus.fill(0);
    return true;
  }

  /** Level of the carts together since the last look, before their fader. */
  takeLevel(): Level {
    return this.#level.take();
  }

  #begin(cartId: CartId, fromFrame = 0): Playing | undefined {
    const cart = this.#loaded.get(cartId);
    if (cart === undefined) return undefined;
    this.#fadeOut(cartId, restartSeconds);
    const playing = { cartId, head: new CartPlaying(cart.sound, { ...cart.order, fromFrame }) };
    this.#playing.add(playing);
    return playing;
  }

  // What ends inside a block is followed at that very sample. A cart that throws is taken off; whoever ticks hears why.
  #mix(playing: Playing, bus: Float32Array): void {
    for (let at: Playing | undefined = playing, from = 0; at !== undefined;) {
      try {
        from += 2 * at.head.mixInto(bus.subarray(from), this.#scratch.subarray(from));
      } catch (error) {
        this.#end(at, undefined);
        throw error;
      }
      at = at.head.hasEnded ? this.#end(at, this.#follow(at)) : undefined;
    }
  }

  #follow({ cartId, head }: Playing): Playing | undefined {
    const nextCartId = this.#loaded.get(cartId)?.order.nextCartId;
    return head.cameToItsEnd && nextCartId != null ? this.#begin(nextCartId) : undefined;
  }

  #end(playing: Playing, next: Playing | undefined): Playing | undefined {
    this.#playing.delete(playing);
    const isStillPlaying = this.#playingsOf(playing.cartId).length > 0;
    if (!isStillPlaying || next !== undefined) this.#onEnded(playing.cartId, next?.cartId ?? null);
    return next;
  }

  #fadeOut(cartId: CartId, seconds: number): void {
    for (const { head } of this.#playingsOf(cartId)) head.fadeOut(seconds * framesPerSecond);
  }

  #playingsOf = (cartId: CartId): Playing[] => [...this.#playing].filter((playing) => playing.cartId === cartId);
}
