/** A piece of an encoded stream, ready for listeners. */
export type Piece =
  /** What a player needs before the segments of this run of the encoder. */
  | { kind: "init"; bytes: Uint8Array }
  /** One segment; `fromSeconds` counts in the stream's time. */
  | { kind: "segment"; bytes: Uint8Array; fromSeconds: number; seconds: number }
  /** Whole frames of MP3. */
  | { kind: "frames"; bytes: Uint8Array };

/** Reads what an encoder writes, as it comes. */
export type PieceReader = { read(bytes: Buffer): Piece[] };

const timescale = 48_000;
const samplesPerPacket = 1_024;

/**
 * Cuts ffmpeg's fragmented MP4 (ISO 14496-12) into what comes before all, and its fragments. ffmpeg counts each run from zero; here the
 * fragments get the stream's own time, so that both renditions and every run lie on one line.
 */
export class FragmentReader implements PieceReader {
  readonly #fromSeconds: number;
  #rest: Buffer = Buffer.alloc(0);
  #head: Buffer[] = [];
  #fragment: Buffer | undefined;

  /** `fromSeconds` is the stream's time of the first sample. */
  constructor(fromSeconds: number) {
    this.#fromSeconds = fromSeconds;
  }

  read(bytes: Buffer): Piece[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const pieces: Piece[] = [];
    for (let box = this.#takeBox(); box !== undefined; box = this.#takeBox()) pieces.push(...this.#readBox(box));
    return pieces;
  }

  #takeBox(): Buffer | undefined {
    const size = this.#rest.length < 8 ? Infinity : this.#rest.readUInt32BE(0);
    if (size > this.#rest.length) return undefined;
    const box = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(size);
    return box;
  }

  #readBox(box: Buffer): Piece[] {
    const kind = box.toString("latin1", 4, 8);
    if (kind === "ftyp") this.#head = [box];
    if (kind === "moov") return [{ kind: "init", bytes: Buffer.concat([...this.#head, box]) }];
    if (kind === "moof") this.#fragment = box;
    if (kind !== "mdat" || this.#fragment === undefined) return [];
    const times = placeFragment(this.#fragment, this.#fromSeconds);
    return [{ kind: "segment", bytes: Buffer.concat([this.#fragment, box]), ...times }];
  }
}

/** Moves a fragment's `tfdt` to the stream's time, and tells when it begins and how long its packets last. */
function placeFragment(fragment: Buffer, offsetSeconds: number): { fromSeconds: number; seconds: number } {
  const tfdt = fragment.indexOf("tfdt") + 8;
  const packets = fragment.readUInt32BE(fragment.indexOf("trun") + 8);
  // Version 1, which ffmpeg always writes: 64 bits.
  const from = fragment.readBigUInt64BE(tfdt) + BigInt(Math.round(offsetSeconds * timescale));
  fragment.writeBigUInt64BE(from, tfdt);
  return { fromSeconds: Number(from) / timescale, seconds: (packets * samplesPerPacket) / timescale };
}

/** Bytes of a frame of MP3 at 128 kbit/s and 48 kHz: 24 ms. */
export const mp3FrameBytes = 384;
/** A quarter of a second goes out at once. */
const framesPerPiece = 10;

/** Cuts a constant-rate MP3 into pieces of whole frames; what is left of a frame when the encoder dies is dropped with it. */
export class FrameReader implements PieceReader {
  #rest: Buffer = Buffer.alloc(0);

  read(bytes: Buffer): Piece[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const whole = Math.floor(this.#rest.length / mp3FrameBytes);
    if (whole < framesPerPiece) return [];
    const piece = this.#rest.subarray(0, whole * mp3FrameBytes);
    this.#rest = this.#rest.subarray(piece.length);
    return [{ kind: "frames", bytes: Buffer.from(piece) }];
  }
}
