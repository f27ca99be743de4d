import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { longestCartSeconds, type Cart, type NewCart } from "../../schemas/carts.ts";
import type { CartId, ClassroomId } from "../../schemas/ids.ts";
import type { Carts } from "../store/carts.ts";

/** Sniffs a file and decodes it to raw f32le 48 kHz stereo; throws an error that carries `cart.not_audio`, `cart.empty` or `cart.too_long`. */
export type DecodeCart = (
  input: string,
  outputPcm: string,
  options: { maxSeconds: number },
) => Promise<{ durationSeconds: number }>;

/** Encodes raw f32le 48 kHz stereo as a small MP3, for listening to a cart in a page. */
export type EncodePreview = (pcm: string, output: string) => Promise<unknown>;

/** Where the carts' sounds lie. */
export type CartShelf = {
  /** Sniffs, decodes and keeps an uploaded file; refused, nothing of it stays but the upload itself, which is the caller's. */
  keep(classroomId: ClassroomId, cart: NewCart, uploadPath: string): Promise<Cart>;
  remove(id: CartId): Promise<void>;
  /** Raw f32le 48 kHz stereo, for the mixer. */
  pcmPath(id: CartId): string;
  /** MP3, for a page. */
  previewPath(id: CartId): string;
};

type Parts = { carts: Carts; directory: string; decodeCart: DecodeCart; encodePreview: EncodePreview };

/** Opens the folder of the carts and throws away what a crash left half made: files whose cart is not in the database. */
export async function openCartShelf({ carts, directory, decodeCart, encodePreview }: Parts): Promise<CartShelf> {
  await mkdir(directory, { recursive: true });
  const pcmPath = (id: CartId) => join(directory, `${id}.f32`);
  const previewPath = (id: CartId) => join(directory, `${id}.mp3`);
  const removeFiles = async (id: CartId) => {
    await Promise.all([rm(pcmPath(id), { force: true }), rm(previewPath(id), { force: true })]);
  };

  const known: ReadonlySet<string> = new Set(await carts.ids());
  const orphans = (await readdir(directory)).filter((name) => !known.has(name.replace(/\.\w+$/, "")));
  await Promise.all(orphans.map((name) => rm(join(directory, name), { recursive: true, force: true })));

  return {
    pcmPath,
    previewPath,
    keep: async (classroomId, cart, uploadPath) => {
      await carts.requireRoom(classroomId);
      const id = carts.newId();
      await using keeping = new AsyncDisposableStack();
      keeping.defer(() => removeFiles(id));
      const { durationSeconds } = await decodeCart(uploadPath, pcmPath(id), { maxSeconds: longestCartSeconds });
      await encodePreview(pcmPath(id), previewPath(id));
      const kept = await carts.add({ id, classroomId, ...cart, durationSeconds });
      keeping.move();
      return kept;
    },
    remove: async (id) => {
      await carts.remove(id);
      await removeFiles(id);
    },
  };
}
