import { type CartSound, makeCartSound, pieceFrames } from "../../media/mixer/cart-sound.ts";

/** A cart held in memory, read piece by piece as one from the disk; `sampleAt` gives both sides. */
export function knownCart(frames: number, sampleAt: (frame: number) => number): CartSound {
  const piece = (number: number) =>
    Float32Array.from({ length: 2 * Math.min(pieceFrames, frames - number * pieceFrames) }, (_, index) =>
      sampleAt(number * pieceFrames + (index >> 1)),
    );
  return makeCartSound(frames, piece(0), (number) => Promise.resolve(piece(number)));
}

/** The same as a raw file: 32-bit little-endian floats, 48 kHz, stereo. */
export function rawCart(frames: number, sampleAt: (frame: number) => number): Buffer {
  return Buffer.from(Float32Array.from({ length: 2 * frames }, (_, index) => sampleAt(index >> 1)).buffer);
}
