import { open } from "node:fs/promises";
import type { CartSound } from "./cart-sound.ts";
import { makeCartSound, pieceFrames } from "./cart-sound.ts";

const bytesPerFrame = 8;

/** A cart's sound and the file behind it; disposing closes the file. */
export type CartFile = AsyncDisposable & { readonly sound: CartSound };

/** Opens a raw file of interleaved little-endian 32-bit floats, 48 kHz stereo; refuses an empty one. */
export async function openCartFile(path: string): Promise<CartFile> {
  await using opening = new AsyncDisposableStack();
  const file = opening.use(await open(path));
  const frames = Math.floor((await file.stat()).size / bytesPerFrame);
  if (frames === 0) throw new Error("a cart without any sound");
  const load = async (piece: number) => {
    const samples = new Float32Array(2 * Math.min(pieceFrames, frames - piece * pieceFrames));
    await file.read(new Uint8Array(samples.buffer), 0, samples.byteLength, piece * pieceFrames * bytesPerFrame);
    return samples;
  };
  const sound = makeCartSound(frames, await load(0), load);
  const isOpen = opening.move();
  return { sound, [Symbol.asyncDispose]: () => isOpen.disposeAsync() };
}

/** The carts of all studios: a path that several have loaded is opened once, and closed by the last. */
export class CartLibrary {
  readonly #files = new Map<string, { file: Promise<CartFile>; users: number }>();

  /** Lends a cart; disposing gives it back. */
  async lend(path: string): Promise<CartFile> {
    const entry = this.#files.get(path) ?? { file: openCartFile(path), users: 0 };
    this.#files.set(path, entry);
    entry.users++;
    const giveBack = async () => {
      if (--entry.users > 0) return;
      this.#files.delete(path);
      await (await entry.file)[Symbol.asyncDispose]();
    };
    try {
      return { sound: (await entry.file).sound, [Symbol.asyncDispose]: giveBack };
    } catch (error) {
      if (--entry.users === 0) this.#files.delete(path);
      throw error;
    }
  }
}
