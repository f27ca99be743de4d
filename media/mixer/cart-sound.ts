import { framesPerSecond } from "../../schemas/programme.ts";

/** A cart's sound, shared by all studios that loaded it. */
export type CartSound = {
  /** Length. */
  readonly frames: number;
  /** A reader of its own for one playing. */
  openReader(): CartReader;
};

/** Reads a cart's sound forward, without ever waiting. */
export type CartReader = {
  /** Fills `samples` from `frame` on as far as it can; returns how many frames, 0 when they are not in memory yet. */
  read(frame: number, samples: Float32Array): number;
};

/** Frames of a piece of a cart: half a second. Two of them ahead of the playing place are kept in memory. */
export const pieceFrames = framesPerSecond / 2;

/** How a cart's samples come from the disk; `piece` counts in half seconds. */
export type PieceLoader = (piece: number) => Promise<Float32Array>;

/**
 * A sound of which only the first half second stays in memory, for a start without waiting; the rest is loaded while it plays.
 * A class's forty carts may last ten minutes each, which would be 9 GB of samples.
 */
export function makeCartSound(frames: number, first: Float32Array, load: PieceLoader): CartSound {
  return { frames, openReader: () => new PieceReader(frames, first, load) };
}

class PieceReader implements CartReader {
  readonly #frames: number;
  readonly #load: PieceLoader;
  readonly #first: Float32Array;
  readonly #pieces = new Map<number, Float32Array | "loading">();
  #place: number | undefined;

  constructor(frames: number, first: Float32Array, load: PieceLoader) {
    this.#frames = frames;
    this.#first = first;
    this.#load = load;
    this.#keep(0);
  }

  read(frame: number, samples: Float32Array): number {
    const place = Math.floor(frame / pieceFrames);
    this.#keep(place);
    const piece = place === 0 ? this.#first : this.#pieces.get(place);
    if (piece === undefined || piece === "loading") return 0;
    const from = 2 * (frame - place * pieceFrames);
    const part = piece.subarray(from, from + samples.length);
    samples.set(part);
    return part.length / 2;
  }

  #keep(place: number): void {
    if (place === this.#place) return;
    this.#place = place;
    for (const old of this.#pieces.keys()) if (old < place || old > place + 2) this.#pieces.delete(old);
    for (const next of [place, place + 1, place + 2]) this.#want(next);
  }

  #want(place: number): void {
    if (place === 0 || place * pieceFrames >= this.#frames || this.#pieces.has(place)) return;
    this.#pieces.set(place, "loading");
    const arrive = (piece: Float32Array) => {
      if (this.#pieces.has(place)) this.#pieces.set(place, piece);
    };
    // A disk that fails is half a second of silence, not the end of the show.
    this.#load(place).then(arrive, () =>
      arrive(new Float32Array(2 * Math.min(pieceFrames, this.#frames - place * pieceFrames))),
    );
  }
}
