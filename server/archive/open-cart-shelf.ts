import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  advisedGainDb,
  longestCartSeconds,
  usualFadeOutSeconds,
  type Cart,
  type CartMeasure,
  type CartSettings,
} from "../../schemas/carts.ts";
import type { CartId, ClassroomId } from "../../schemas/ids.ts";
import { untoldRights } from "../../schemas/sound-rights.ts";
import type { Carts } from "../store/carts.ts";
import { convertFormerFiles } from "./convert-former-carts.ts";

/** Sniffs a file, decodes it to raw 16-bit 48 kHz stereo and measures it; throws an error that carries `cart.not_audio`, `cart.empty` or `cart.too_long`. */
export type DecodeCart = (input: string, outputPcm: string, options: { maxSeconds: number }) => Promise<CartMeasure>;

/** Encodes raw 16-bit 48 kHz stereo as a small MP3, for listening to a cart in a page. */
export type EncodePreview = (pcm: string, output: string) => Promise<unknown>;

/** What whoever adds a cart says of it; the rest is as usual. */
export type CartWords = Pick<CartSettings, "title" | "kind" | "colour"> & Partial<CartSettings>;

/** Where the carts' sounds lie. */
export type CartShelf = {
  /** Sniffs, decodes, measures and keeps an uploaded file; refused, nothing of it stays but the upload itself, which is the caller's. */
  keep(classroomId: ClassroomId, cart: CartWords, uploadPath: string): Promise<Cart>;
  /** Keeps a sound of one class for another, with other words. */
  copy(from: Cart, classroomId: ClassroomId, words: Pick<CartSettings, "title" | "rights">): Promise<Cart>;
  remove(id: CartId): Promise<void>;
  /** Throws away the files whose cart is gone. */
  sweep(): Promise<void>;
  /** Raw 16-bit 48 kHz stereo, for the mixer. */
  pcmPath(id: CartId): string;
  /** MP3, for a page. */
  previewPath(id: CartId): string;
};

type Parts = { carts: Carts; directory: string; decodeCart: DecodeCart; encodePreview: EncodePreview };

const usual = {
  fadeOutSeconds: usualFadeOutSeconds,
  nextCartId: null,
  isForPupils: true,
  rights: untoldRights,
} as const;

/** What a cart is set to when it comes: as was said, else as its kind usually is, and level with voices. */
function settingsOf(words: CartWords, measure: CartMeasure): CartSettings {
  const mode = words.kind === "bed" ? "loop" : "oneShot";
  return { ...usual, mode, gainDb: advisedGainDb({ kind: words.kind, measure }), ...words };
}

/** Opens the folder of the carts and throws away what a crash left half made: files whose cart is not in the database. */
export async function openCartShelf({ carts, directory, decodeCart, encodePreview }: Parts): Promise<CartShelf> {
  await mkdir(directory, { recursive: true });
  const pcmPath = (id: CartId) => join(directory, `${id}.s16`);
  const previewPath = (id: CartId) => join(directory, `${id}.mp3`);
  const removeFiles = async (id: CartId) => {
    await Promise.all([rm(pcmPath(id), { force: true }), rm(previewPath(id), { force: true })]);
  };

  /** Carts that are being made have files before their row. */
  const making = new Set<string>();
  const sweep = async () => {
    const names = await readdir(directory);
    const known = new Set<string>([...(await carts.ids()), ...making]);
    const orphans = names.filter((name) => !known.has(name.replace(/\.\w+$/, "")));
    await Promise.all(orphans.map((name) => rm(join(directory, name), { recursive: true, force: true })));
  };

  /** Keeps a cart whose files `fill` makes; refused, nothing of it stays. */
  async function put(
    classroomId: ClassroomId,
    fill: (id: CartId) => Promise<CartSettings & Pick<Cart, "measure">>,
    from?: Cart,
  ) {
    await carts.requireRoom(classroomId);
    const id = carts.newId();
    await using keeping = new AsyncDisposableStack();
    keeping.defer(() => removeFiles(id));
    making.add(id);
    keeping.defer(() => void making.delete(id));
    const kept = await carts.add({ id, classroomId, ...(await fill(id)) }, from);
    keeping.move();
    making.delete(id);
    return kept;
  }

  await sweep();
  await convertFormerFiles({ carts, directory, pcmPath });

  return {
    pcmPath,
    previewPath,
    keep: (classroomId, words, uploadPath) =>
      put(classroomId, async (id) => {
        const measure = await decodeCart(uploadPath, pcmPath(id), { maxSeconds: longestCartSeconds });
        await encodePreview(pcmPath(id), previewPath(id));
        return { ...settingsOf(words, measure), measure };
      }),
    copy: (from, classroomId, words) => {
      const { kind, colour, mode, gainDb, fadeOutSeconds, isForPupils, measure } = from;
      const settings = { kind, colour, mode, gainDb, fadeOutSeconds, isForPupils, nextCartId: null };
      const fill = async (id: CartId) => {
        await copyFile(pcmPath(from.id), pcmPath(id));
        await copyFile(previewPath(from.id), previewPath(id));
        return { ...settings, ...words, measure };
      };
      return put(classroomId, fill, from);
    },
    remove: async (id) => {
      await carts.remove(id);
      await removeFiles(id);
    },
    sweep,
  };
}
