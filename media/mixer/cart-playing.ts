import type { CartReader, CartSound } from "./cart-sound.ts";
import { Fader } from "./fader.ts";

const mendFrames = 240;

/** One playing of a cart, from its beginning to its end, its fade-out, or for ever when it loops. */
export class CartPlaying {
  readonly #sound: CartSound;
  readonly #reader: CartReader;
  readonly #isLooping: boolean;
  readonly #gain: Fader;
  #frame: number;
  #fadeFrames = 0;
  #fadeLeft = 0;
  /** The step between the cart's end and its beginning, mended over 5 ms after a loop. */
  #step = { left: 0, right: 0, frames: 0 };
  #before = new Float32Array(4);

  /** From a later frame than its first it comes in within 5 ms, for it begins anywhere. */
  constructor(sound: CartSound, order: { isLooping: boolean; gainDb: number; fromFrame: number }) {
    const { isLooping, gainDb, fromFrame } = order;
    this.#sound = sound;
    this.#reader = sound.openReader();
    this.#isLooping = isLooping;
    this.#frame = fromFrame;
    this.#gain = new Fader({ gainDb, isOpen: fromFrame === 0 }, 2);
  }

  /** True when nothing more will be heard. */
  get hasEnded(): boolean {
    return this.cameToItsEnd || (this.#fadeFrames > 0 && this.#fadeLeft === 0);
  }

  /** True when it was heard to its last sample, and was not being faded out. */
  get cameToItsEnd(): boolean {
    return this.#fadeFrames === 0 && this.#frame >= this.#sound.frames && !this.#isLooping;
  }

  /** Moves its gain within 5 ms. */
  setGain(gainDb: number): void {
    this.#gain.set({ gainDb });
  }

  /** Fades out within so many frames; a quicker fade that is under way goes on. */
  fadeOut(frames: number): void {
    if (this.#fadeFrames > 0 && this.#fadeLeft <= frames) return;
    const gain = this.#fadeFrames > 0 ? this.#fadeLeft / this.#fadeFrames : 1;
    this.#fadeFrames = frames / gain;
    this.#fadeLeft = frames;
  }

  /** Adds the next frames to the bus and returns how many: fewer than it holds when the end came. `scratch` is as long as the bus. */
  mixInto(bus: Float32Array, scratch: Float32Array): number {
    scratch.fill(0);
    const frames = this.#read(scratch);
    if (this.#fadeFrames > 0) this.#fade(scratch);
    if (!this.#gain.process(scratch)) return frames;
    for (let index = 0; index < bus.length; index++) bus[index] = (bus[index] ?? 0) + (scratch[index] ?? 0);
    return frames;
  }

  // A disk that is behind makes the cart wait where it is: its block is full of silence.
  #read(scratch: Float32Array): number {
    this.#mend(scratch);
    for (let done = 0; done < scratch.length;) {
      if (this.#frame >= this.#sound.frames && !this.#loop(scratch.subarray(done))) return done / 2;
      const rest = scratch.subarray(done, done + 2 * (this.#sound.frames - this.#frame));
      const part = new Float32Array(rest.length);
      const frames = this.#reader.read(this.#frame, part);
      if (frames === 0) break;
      this.#gain.set({ isOpen: true });
      this.#remember(part.subarray(0, 2 * frames));
      for (let index = 0; index < 2 * frames; index++) rest[index] = (rest[index] ?? 0) + (part[index] ?? 0);
      this.#frame += frames;
      done += 2 * frames;
    }
    return scratch.length / 2;
  }

  #remember(part: Float32Array): void {
    const both = Float32Array.of(...this.#before, ...part.subarray(-4));
    this.#before = both.slice(-4);
  }

  // The length of a loop is a musician's business, so nothing is overlapped: where the cart would have gone on to and where it
  // begins differ by a step, and that step is what would click.
  #loop(scratch: Float32Array): boolean {
    if (!this.#isLooping) return false;
    const [left1 = 0, right1 = 0, left2 = 0, right2 = 0] = this.#before;
    const begin = new Float32Array(2);
    this.#reader.read(0, begin);
    this.#frame = 0;
    this.#step = {
      left: 2 * left2 - left1 - (begin[0] ?? 0),
      right: 2 * right2 - right1 - (begin[1] ?? 0),
      frames: mendFrames,
    };
    this.#mend(scratch);
    return true;
  }

  #mend(scratch: Float32Array): void {
    const frames = Math.min(this.#step.frames, scratch.length / 2);
    for (let frame = 0; frame < frames; frame++) {
      const share = (this.#step.frames - frame) / mendFrames;
      scratch[2 * frame] = (scratch[2 * frame] ?? 0) + this.#step.left * share;
      scratch[2 * frame + 1] = (scratch[2 * frame + 1] ?? 0) + this.#step.right * share;
    }
    this.#step.frames -= frames;
  }

  #fade(scratch: Float32Array): void {
    for (let index = 0; index < scratch.length; index++) {
      scratch[index] = ((scratch[index] ?? 0) * Math.max(0, this.#fadeLeft - (index >> 1))) / this.#fadeFrames;
    }
    this.#fadeLeft = Math.max(0, this.#fadeLeft - scratch.length / 2);
  }
}
