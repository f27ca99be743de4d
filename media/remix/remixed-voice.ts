import { framesPerBlock } from "../../schemas/programme.ts";
import type { Treatment } from "../../schemas/programme.ts";
import { gainOf } from "../mixer/decibels.ts";
import { limiterLatencyFrames } from "../mixer/limiter.ts";
import { Panner } from "../mixer/pan.ts";
import { StripChain } from "../mixer/strip-chain.ts";
import type { FinishedTrack } from "../recorder/finished-recording.ts";
import { SoundReader } from "./sound-reader.ts";

const slices = 4;
const sliceFrames = framesPerBlock / slices;
const framesOf = (seconds: number) => Math.round(seconds * 48_000);

/** From a frame of the programme on, the strip gave its reader's sound from that sample on. */
type Place = { frame: number; sample: number; reader: SoundReader };

/** A strip's voice on its way through the same chain once more, ridden as it was. Disposing it ends its decoders. */
export class RemixedVoice implements AsyncDisposable {
  readonly #places: readonly Place[];
  readonly #readers: readonly SoundReader[];
  readonly #chain = new StripChain(() => undefined);
  readonly #panner = new Panner();
  readonly #block = new Float32Array(framesPerBlock);
  #trim = 1;
  #gain = 0;
  #ride: readonly number[] | undefined;

  /** All tracks of one strip. */
  constructor(tracks: readonly FinishedTrack[]) {
    const read = tracks.map((track) => ({ track, reader: new SoundReader(track.path, 1) }));
    this.#readers = read.map(({ reader }) => reader);
    this.#places = read
      .flatMap(({ track, reader }) =>
        track.alignments.map(({ trackSeconds, programmeSeconds }) => ({
          frame: framesOf(programmeSeconds) - limiterLatencyFrames,
          sample: framesOf(trackSeconds),
          reader,
        })),
      )
      .sort((a, b) => a.frame - b.frame);
  }

  /** What the chain does from the next block on. */
  treat({ pan, trimDb, ...switches }: Treatment): void {
    this.#panner.set(pan);
    this.#trim = gainOf(trimDb);
    this.#chain.set(switches);
  }

  /** How the next block is ridden. */
  ride(gains: readonly number[]): void {
    this.#ride = gains;
  }

  /** Adds the voice's 20 ms from a frame of the programme on, counted before the limiter. */
  async mixInto(bus: Float32Array, frame: number): Promise<void> {
    const gains = this.#ride ?? Array<number>(slices).fill(this.#gain);
    const from = this.#gain;
    this.#ride = undefined;
    this.#gain = gains.at(-1) ?? 0;
    if (from === 0 && gains.every((gain) => gain === 0)) {
      this.#chain.rest();
      return;
    }
    await this.#read(frame);
    this.#chain.process(this.#block);
    glide(this.#block, from, gains);
    this.#panner.mixInto(bus, this.#block);
  }

  async #read(frame: number): Promise<void> {
    const place = this.#places.findLast((each) => each.frame <= frame) ?? this.#places[0];
    if (place === undefined) return void this.#block.fill(0);
    await place.reader.read(place.sample + frame - place.frame + this.#chain.latencyFrames, this.#block);
    if (this.#trim !== 1) for (let at = 0; at < framesPerBlock; at++) this.#block[at] = this.#block[at]! * this.#trim;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader[Symbol.asyncDispose]()));
  }
}

function glide(block: Float32Array, from: number, gains: readonly number[]): void {
  let before = from;
  gains.forEach((gain, slice) => {
    const step = (gain - before) / sliceFrames;
    for (let at = 0; at < sliceFrames; at++) {
      const index = slice * sliceFrames + at;
      block[index] = block[index]! * (before + step * (at + 1));
    }
    before = gain;
  });
}
