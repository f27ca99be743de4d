import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { type CartSound, makeCartSound, pieceFrames } from "../../media/mixer/cart-sound.ts";
import type { CartOrder } from "../../media/mixer/mixer.ts";
import type { Cart } from "../../schemas/carts.ts";
import { CartId, ClassroomId } from "../../schemas/ids.ts";
import { toCart, type MeasuredCart } from "../../server/store/carts.ts";
import type { LoadableCart } from "../../server/studio/cart-rack.ts";
import type { scratch } from "./scratch.ts";
import { toneSamples } from "./sound.ts";

type Scratch = ReturnType<typeof scratch>;

/** A cart held in memory, read piece by piece as one from the disk; `sampleAt` gives both sides. */
export function knownCart(frames: number, sampleAt: (frame: number) => number): CartSound {
  const piece = (number: number) =>
    Float32Array.from({ length: 2 * Math.min(pieceFrames, frames - number * pieceFrames) }, (_, index) =>
      sampleAt(number * pieceFrames + (index >> 1)),
    );
  return makeCartSound(frames, piece(0), (number) => Promise.resolve(piece(number)));
}

/** The same as a raw file: 16-bit little-endian samples, 48 kHz, stereo. */
export function rawCart(frames: number, sampleAt: (frame: number) => number): Buffer {
  const samples = Int16Array.from({ length: 2 * frames }, (_, index) => Math.round(sampleAt(index >> 1) * 32_768));
  return Buffer.from(samples.buffer);
}

/** How a cart plays unless a test wants it otherwise: once, at its own level, and nothing follows it. */
export const plainOrder: CartOrder = { isLooping: false, gainDb: 0, fadeOutSeconds: 0.3, nextCartId: null };

/** The whole of a raw file. */
export const wholePart = (pcmPath: string) => ({ pcmPath, fromFrame: 0, frames: 600 * 48_000 });

/** A cart of so many seconds as the store knows it. */
export function cartOf(part: Partial<MeasuredCart> & Pick<MeasuredCart, "classroomId">, seconds = 1): Cart {
  return toCart({
    ...{ id: CartId.parse(randomUUID()), title: "Générique", kind: "jingle", colour: 1, mode: "oneShot", gainDb: 0 },
    ...{ fadeOutSeconds: 0.3, nextCartId: null, isForPupils: true, rights: { origin: "own" } },
    measure: { fileSeconds: seconds, soundFrom: 0, soundTo: seconds, integratedLufs: -16, truePeakDbtp: -3 },
    ...part,
  });
}

/** A cart of so many seconds of a tone, with its file in a directory. */
export function toneCart(directory: Scratch, part: Partial<MeasuredCart> = {}, seconds = 1): LoadableCart {
  const mode = part.kind === "bed" ? "loop" : "oneShot";
  const cart = cartOf({ classroomId: ClassroomId.parse(randomUUID()), mode, ...part }, seconds);
  const pcmPath = directory.file(`${cart.id}.s16`);
  const tone = toneSamples(300, -20, seconds);
  writeFileSync(pcmPath, new Uint8Array(rawCart(tone.length, (frame) => tone[frame]!)));
  return { cart, pcmPath };
}
