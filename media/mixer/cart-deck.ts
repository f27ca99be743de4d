import type { CartId } from "../../schemas/ids.ts";
import { framesPerBlock, framesPerSecond } from "../../schemas/programme.ts";
import type { Level } from "../../schemas/studio.ts";
import { CartPlaying } from "./cart-playing.ts";
import type { CartSound } from "./cart-sound.ts";
import { Fader } from "./fader.ts";
import { LevelMeter } from "./level-meter.ts";

const stopFrames = 0.3 * framesPerSecond;
const restartFrames = 0.005 * framesPerSecond;

type Playing = { cartId: CartId; head: CartPlaying };

/** All carts of one studio, and the fader over them. */
export class CartDeck {
  readonly #onEnded: (cartId: CartId) => void;
  readonly #loaded = new Map<CartId, { sound: CartSound; isLooping: boolean }>();
  readonly #playing = new Set<Playing>();
  readonly #fader = new Fader({ gainDb: 0, isOpen: true }, 2);
  readonly #level = new LevelMeter();
  readonly #scratch = new Float32Array(2 * framesPerBlock);

  constructor(onEnded: (cartId: CartId) => void) {
    this.#onEnded = onEnded;
  }

  /** Makes a cart ready; one of the same id that plays plays on with its old sound. */
  load(cartId: CartId, sound: CartSound, isLooping: boolean): void {
    this.#loaded.set(cartId, { sound, isLooping });
  }

  /** Forgets a cart, with a fade-out if it plays. */
  unload(cartId: CartId): void {
    this.stop(cartId);
    this.#loaded.delete(cartId);
  }

  /** Plays from the beginning, from the next block on; what plays of the same cart makes room within 5 ms. */
  play(cartId: CartId): void {
    const cart = this.#loaded.get(cartId);
    if (cart === undefined) return;
    this.#fadeOut(cartId, restartFrames);
    this.#playing.add({ cartId, head: new CartPlaying(cart.sound, cart.isLooping) });
  }

  /** Fades a cart out in 300 ms. */
  stop(cartId: CartId): void {
    this.#fadeOut(cartId, stopFrames);
  }

  /** Moves the fader of all carts. */
  setGain(gainDb: number): void {
    this.#fader.set({ gainDb });
  }

  /** Fills the bus with the carts' next 20 ms; false when none plays. */
  render(bus: Float32Array): boolean {
    bus.fill(0);
    if (this.#playing.size === 0) return this.#fader.process(bus) && false;
    for (const playing of this.#playing) this.#mix(playing, bus);
    this.#level.measure(bus);
    if (!this.#fader.process(bus)) bus.fill(0);
    this.#forgetEnded();
    return true;
  }

  /** Level of the carts together since the last look, before their fader. */
  takeLevel(): Level {
    return this.#level.take();
  }

  // A cart that throws is taken off; whoever ticks hears why.
  #mix(playing: Playing, bus: Float32Array): void {
    try {
      playing.head.mixInto(bus, this.#scratch);
    } catch (error) {
      this.#playing.delete(playing);
      this.#onEnded(playing.cartId);
      throw error;
    }
  }

  #fadeOut(cartId: CartId, frames: number): void {
    for (const playing of this.#playing) if (playing.cartId === cartId) playing.head.fadeOut(frames);
  }

  #forgetEnded(): void {
    const ended = [...this.#playing].filter(({ head }) => head.hasEnded);
    for (const playing of ended) this.#playing.delete(playing);
    const stillPlaying = new Set([...this.#playing].map(({ cartId }) => cartId));
    for (const { cartId } of ended) if (!stillPlaying.has(cartId)) this.#onEnded(cartId);
  }
}
