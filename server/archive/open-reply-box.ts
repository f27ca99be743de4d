import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Cart } from "../../schemas/carts.ts";
import type { FamilyId, ReplyId, ShowId } from "../../schemas/ids.ts";
import { keptReplyDays, longestReplySeconds, type NewVoice } from "../../schemas/replies.ts";
import { Refusal } from "../errors.ts";
import type { Replies } from "../store/replies.ts";
import type { CartShelf, DecodeCart, EncodePreview } from "./open-cart-shelf.ts";

const dayMs = 86_400_000;
/** A file without a row that is older than this is no longer on its way in. */
const arrivingMs = 3_600_000;
/** A recorder that is stopped at a minute writes its last packets to the end. */
const lastPacketsSeconds = 1;
/** A microphone that was off, or on the other side of a house. */
const quietestDbtp = -55;

/** Where the voices of families lie until the class has heard them, and thirty days at most. */
export type ReplyBox = {
  /** Sniffs, decodes and keeps a voice that a family sent; refused, nothing of it stays but the upload itself, which is the caller's. */
  keepVoice(from: { familyId: FamilyId; showId: ShowId }, voice: NewVoice, uploadPath: string): Promise<ReplyId>;
  keepQuestion(from: { familyId: FamilyId; showId: ShowId }, text: string): Promise<ReplyId>;
  /** Puts a voice on the class's shelf, and tells which sound it became; a question is to be read out. Refuses (`consent.too_narrow`) what its show's listeners may not hear. */
  accept(id: ReplyId, title: string): Promise<Cart | undefined>;
  /** Keeps nothing of it but that it came. */
  decline(id: ReplyId): Promise<void>;
  /** Leaves nothing of it: neither words nor sound, on the desk neither. */
  remove(id: ReplyId): Promise<void>;
  /** MP3, for those who may hear it. */
  soundPath(id: ReplyId): string;
  /** Removes what is thirty days old, and files of which nothing is known. */
  endOld(): Promise<void>;
};

type Parts = {
  replies: Replies;
  shelf: Pick<CartShelf, "keep" | "remove">;
  directory: string;
  decodeCart: DecodeCart;
  encodePreview: EncodePreview;
  clock: () => number;
};

const codes = {
  "cart.not_audio": "reply.not_audio",
  "cart.empty": "reply.empty",
  "cart.too_long": "reply.too_long",
} as const;

/** Of a sound that is none, in a family's words. */
function throwAsReply(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code === "string" && code in codes) throw new Refusal(codes[code as keyof typeof codes], { cause: error });
  throw error;
}

/** Nobody but the family has rights in it. */
const rights = { origin: "other", note: "Message d’une famille pour cette émission" } as const;

/** Opens the box; what a crash left half there is thrown away. */
export async function openReplyBox(parts: Parts): Promise<ReplyBox> {
  const { replies, shelf, directory, decodeCart, encodePreview, clock } = parts;
  await mkdir(directory, { recursive: true });
  const soundPath = (id: ReplyId) => join(directory, `${id}.mp3`);
  const removeSound = (id: ReplyId) => rm(soundPath(id), { force: true });

  async function takeOff(id: ReplyId) {
    const { cartId } = await replies.require(id);
    if (cartId !== null) await shelf.remove(cartId);
    await removeSound(id);
  }

  async function remove(id: ReplyId) {
    await takeOff(id);
    await replies.remove(id);
  }

  async function removeUnknown(before: number) {
    const known = new Set((await replies.ids()).map(soundPath));
    for (const name of await readdir(directory)) {
      const path = join(directory, name);
      if (known.has(path)) continue;
      const found = await stat(path).catch(() => undefined);
      if (found !== undefined && found.mtimeMs < before) await rm(path, { force: true });
    }
  }

  await removeUnknown(Number.POSITIVE_INFINITY);

  return {
    soundPath,
    remove,
    keepVoice: async ({ familyId, showId }, voice, uploadPath) => {
      await replies.requireRoom(familyId, showId);
      const id = replies.newId();
      await using keeping = new AsyncDisposableStack();
      const pcm = keeping.adopt(join(directory, `${id}.s16`), (path) => rm(path, { force: true }));
      await using unless = new AsyncDisposableStack();
      unless.defer(() => removeSound(id));
      const maxSeconds = longestReplySeconds + lastPacketsSeconds;
      const { soundFrom, soundTo, truePeakDbtp } = await decodeCart(uploadPath, pcm, { maxSeconds }).catch(
        throwAsReply,
      );
      if (truePeakDbtp < quietestDbtp) throw new Refusal("reply.empty");
      await encodePreview(pcm, soundPath(id));
      await replies.add({ id, familyId, showId, kind: "voice", durationSeconds: soundTo - soundFrom, voice });
      unless.move();
      return id;
    },
    keepQuestion: async ({ familyId, showId }, text) => {
      const id = replies.newId();
      await replies.add({ id, familyId, showId, kind: "question", text });
      return id;
    },
    accept: async (id, title) => {
      const { kind, classroomId, isTooNarrow } = await replies.require(id);
      if (isTooNarrow) throw new Refusal("consent.too_narrow");
      if (!(await replies.claim(id)) || kind === "question") return undefined;
      const words = { title, kind: "jingle", colour: 5, rights } as const;
      const keeping = shelf.keep(classroomId, words, soundPath(id));
      const cart = await keeping.catch(async (error: unknown) => {
        await replies.setState(id, "waiting");
        throw error;
      });
      await replies.setCart(id, cart.id);
      return cart;
    },
    decline: async (id) => {
      await takeOff(id);
      await replies.setState(id, "declined");
    },
    endOld: async () => {
      for (const id of await replies.before(clock() - keptReplyDays * dayMs)) await remove(id);
      await removeUnknown(clock() - arrivingMs);
    },
  };
}
