import { open } from "node:fs/promises";
import type { CartSound } from "./cart-sound.ts";
import { makeCartSound, pieceFrames } from "./cart-sound.ts";
import type { CartPart } from "./mixer.ts";

const bytesPerFrame = 4;

/** A cart's sound and the file behind it; disposing closes the file. */
export type CartFile = AsyncDisposable & { readonly sound: CartSound };

/** Opens a part of a raw file; refuses one without any sound. */
export async function openCartFile({ pcmPath, fromFrame, frames: wanted }: CartPart): Promise<CartFile> {
  await using opening = new AsyncDisposableStack();
  const file = opening.use(await open(pcmPath));
  const frames = Math.min(wanted, Math.floor((await file.stat()).size / bytesPerFrame) - fromFrame);
  if (frames <= 0) throw new Error("a cart without any sound");
  const load = async (piece: number) => {
    const bytes = Buffer.alloc(bytesPerFrame * Math.min(pieceFrames, frames - piece * pieceFrames));
    await file.read(bytes, 0, bytes.length, (fromFrame + piece * pieceFrames) * bytesPerFrame);
    return samplesOf(bytes);
  };
  const sound = makeCartSound(frames, await load(0), load);
  const isOpen = opening.move();
  return { sound, [Symbol.asyncDispose]: () => isOpen.disposeAsync() };
}

function samplesOf(bytes: Buffer): Float32Array {
  const samples = new Float32Array(bytes.length / 2);
  for (let index = 0; index < samples.length; index++) samples[index] = bytes.readInt16LE(2 * index) / 32_768;
  return samples;
}

/** The carts of all studios: a part that several have loaded is opened once, and closed by the last. */
export class CartLibrary {
  readonly #files = new Map<string, { file: Promise<CartFile>; users: number }>();

  /** Lends a cart; disposing gives it back. */
  async lend(part: CartPart): Promise<CartFile> {
    const key = JSON.stringify([part.pcmPath, part.fromFrame, part.frames]);
    const entry = this.#files.get(key) ?? { file: openCartFile(part), users: 0 };
    this.#files.set(key, entry);
    entry.users++;
    const giveBack = async () => {
      if (--entry.users > 0) return;
      this.#files.delete(key);
      await (await entry.file)[Symbol.asyncDispose]();
    };
    try {
      return { sound: (await entry.file).sound, [Symbol.asyncDispose]: giveBack };
    } catch (error) {
      if (--entry.users === 0) this.#files.delete(key);
      throw error;
    }
  }
}
