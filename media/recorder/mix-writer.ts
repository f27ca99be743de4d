import { join } from "node:path";
import type { StripId } from "../../schemas/ids.ts";
import { framesPerBlock, type ProgrammeMessage } from "../../schemas/programme.ts";
import { BusEncoder } from "../rtp/bus-encoder.ts";
import type { IndexLine } from "./index-line.ts";
import { openGrowingFile, type GrowingFile } from "./open-growing-file.ts";
import { openOpusFile, type OpusFile } from "./open-opus-file.ts";
import { formatRides, type RideRecord } from "./ride-records.ts";
import { linesOf, type SessionIndex } from "./session-index.ts";

type Mixed = Extract<ProgrammeMessage, { kind: "mixed" }>;

/** Name of the file in which a recording keeps how its voices were ridden: at most 800 bytes a second for each that is open. */
export const ridesName = "rides.bin";

const bitrate = 128_000;
const silence = new Float32Array(2 * framesPerBlock);

/**
 * Keeps what the programme cannot give back of itself: the carts alone, as Ogg/Opus, and how each voice was ridden. With the tracks, that is enough
 * to mix the show again without one of its voices. `before` is what an earlier thread has written of the same recording.
 */
export class MixWriter implements Disposable {
  readonly #directory: string;
  readonly #index: SessionIndex;
  readonly #numbers: Map<StripId, number>;
  readonly #encoder = new BusEncoder(bitrate);
  #files: number;
  #rides: GrowingFile | undefined;
  #carts: OpusFile | undefined;
  #frame = 0;

  constructor(directory: string, index: SessionIndex, before: readonly IndexLine[] = []) {
    this.#directory = directory;
    this.#index = index;
    this.#numbers = new Map(linesOf(before, "rideNumbered").map(({ stripId, number }) => [stripId, number]));
    this.#files = linesOf(before, "cartsOpened").length;
  }

  /** Takes what belongs to the next batch of the programme. Time that is missing before it is silence. */
  take({ frame, frames, rides, carts }: Mixed): void {
    const file = (this.#carts ??= this.#begin(frame));
    if (frame > this.#frame) this.#bridge(file, frame);
    const records = rides.map(({ stripId, ...ride }) => ({ ...ride, number: this.#numberOf(stripId) }));
    if (records.length > 0) this.#append(records);
    for (let from = 0; from < frames; from += framesPerBlock)
      this.#write(file, carts?.subarray(2 * from, 2 * (from + framesPerBlock)));
    this.#frame = frame + frames;
  }

  #begin(frame: number): OpusFile {
    this.#files += 1;
    const path = `carts-${this.#files}.opus`;
    this.#index.append({ kind: "cartsOpened", frame, path });
    this.#frame = frame;
    this.#turnOff();
    return openOpusFile(join(this.#directory, path), 2);
  }

  #bridge(file: OpusFile, to: number): void {
    this.#turnOff();
    for (let at = this.#frame; at < to; at += framesPerBlock) this.#write(file, undefined);
  }

  // Nobody knows of the voices that were heard before; the mixer tells of each anew.
  #turnOff(): void {
    const off = [...this.#numbers.values()].map((number) => ({ frame: this.#frame, number, gains: [] }));
    if (off.length > 0) this.#append(off);
  }

  #write(file: OpusFile, block: Float32Array = silence): void {
    file.write(
      this.#encoder.encode(
        block,
        block.every((sample) => sample === 0),
      ),
      framesPerBlock,
    );
  }

  #append(records: readonly RideRecord[]): void {
    this.#rides ??= openGrowingFile(join(this.#directory, ridesName), { isNew: false });
    this.#rides.append(formatRides(records));
  }

  #numberOf(stripId: StripId): number {
    const known = this.#numbers.get(stripId);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(stripId, number);
    this.#index.append({ kind: "rideNumbered", frame: this.#frame, stripId, number });
    return number;
  }

  [Symbol.dispose](): void {
    this.#carts?.[Symbol.dispose]();
    this.#rides?.[Symbol.dispose]();
  }
}
