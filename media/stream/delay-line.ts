import type { DelayPipe, PipePart } from "../../schemas/live.ts";
import { framesPerBlock, framesPerSecond } from "../../schemas/programme.ts";
import { PauseDetector } from "../pauses/pause-detector.ts";
import { coverFadeBlocks, CoverSound } from "./cover-sound.ts";
import { crossfade, reversed } from "./join-blocks.ts";

/** A passage of the programme, in frames since its opening. */
export type Passage = { from: number; to: number };

/** What a cut took out: the sum in seconds, and where that was, in the programme's order. */
export type Removed = { seconds: number; passages: Passage[] };

type Programme = { kind: "programme"; frame: number; samples: Float32Array; isRepeated?: boolean };
type Cover = { kind: "cover"; isRemoved: boolean };

const blocksPerSecond = framesPerSecond / framesPerBlock;
/** What lies between the mixer and us when no delay is wanted: the programme comes in batches of 100 ms. */
const cushionBlocks = 8;
/** A cut of less than half a second is none. */
const leastCutBlocks = 25;
/** The line may be off by so much before pauses are stretched or shortened. */
const slackBlocks = 2;

const fill = (blocks: number): Cover[] => Array.from({ length: blocks }, () => ({ kind: "cover", isRemoved: false }));
const silence = new Float32Array(2 * framesPerBlock);

/**
 * Holds the programme back between the mixer and every encoder. One block comes out for each 20 ms of the clock, whatever comes in: a line
 * that is being filled plays a soft chord, a removed passage is covered where it stood, so that the delay is whole again when its cover
 * has been played. When more or less delay is wanted, pauses between words are stretched or shortened.
 */
export class DelayLine {
  readonly #queue: (Programme | Cover)[];
  readonly #cover = new CoverSound();
  readonly #pauses = new PauseDetector();
  #wantedBlocks: number;
  #isDraining = false;
  #wasProgramme = false;

  constructor(delaySeconds: number) {
    this.#wantedBlocks = blocksOf(delaySeconds);
    this.#queue = fill(this.#wantedBlocks);
  }

  /** How much delay is wanted; the line comes to it by the speaker's pauses. */
  setDelay(seconds: number): void {
    this.#wantedBlocks = blocksOf(seconds);
  }

  /** Takes the programme's next 20 ms. */
  push(frame: number, samples: Float32Array): void {
    this.#queue.push({ kind: "programme", frame, samples });
  }

  /** So many blocks of the programme never came: they are covered where they would stand; a line that has played cover meanwhile leaves it out. */
  skip(blocks: number): void {
    this.#queue.push(...fill(blocks));
  }

  /** The programme begins: it is held for as long as is wanted, however much cover was played before it. */
  fillUp(): void {
    this.#queue.push(...fill(Math.max(0, this.#wantedBlocks - this.#queue.length)));
  }

  /** Nothing more comes: what is held goes out, then the line is over. A fill that nobody needs is left out. */
  drain(): void {
    this.#isDraining = true;
    while (this.#queue[0]?.kind === "cover" && !this.#queue[0].isRemoved) this.#queue.shift();
  }

  /** Forgets what is held; it never goes out. */
  abandon(): void {
    this.#queue.length = 0;
    this.#isDraining = true;
  }

  /** Takes the newest programme out, at most `seconds` of it; `undefined` when nothing is held. */
  cut(seconds: number): Removed | undefined {
    const held = this.#queue.flatMap((entry, place) => (entry.kind === "programme" ? [place] : []));
    if (held.length < leastCutBlocks) return undefined;
    const places = held.slice(-Math.round(seconds * blocksPerSecond));
    const frames = places.map((place) => (this.#queue[place] as Programme).frame);
    for (const place of places) this.#queue[place] = { kind: "cover", isRemoved: true };
    return { seconds: places.length / blocksPerSecond, passages: passagesOf(frames) };
  }

  /** Takes out what has come since a frame: after a cut, what was said before it and was still on its way. The passage, if there is any. */
  cutSince(frame: number): Passage | undefined {
    const frames = this.#queue.flatMap((entry, place) => {
      if (entry.kind !== "programme" || entry.frame < frame) return [];
      this.#queue[place] = { kind: "cover", isRemoved: true };
      return [entry.frame];
    });
    return passagesOf(frames)[0];
  }

  /** What lies in the line. */
  pipe(): DelayPipe {
    const parts: PipePart[] = [];
    for (const { kind } of this.#queue) {
      const last = parts.at(-1);
      if (last?.kind === kind) last.seconds += 1 / blocksPerSecond;
      else parts.push({ kind, seconds: 1 / blocksPerSecond });
    }
    const held = this.#queue.filter(({ kind }) => kind === "programme").length;
    const heldSeconds = held < leastCutBlocks ? 0 : held / blocksPerSecond;
    return { heldSeconds, parts: parts.map((part) => ({ ...part, seconds: Math.round(part.seconds * 50) / 50 })) };
  }

  /** The next 20 ms for the listeners; `undefined` when the line is over. */
  pull(): Float32Array | undefined {
    if (this.#isDraining && this.#queue.length === 0) return undefined;
    this.#shorten();
    const entry = this.#queue.shift() ?? { kind: "cover" as const, isRemoved: false };
    return entry.kind === "programme" ? this.#play(entry) : this.#playCover(entry);
  }

  /** A fill that is too long is cut short; sound is not. */
  #shorten(): void {
    while (!this.#isDraining && this.#excess() > slackBlocks && this.#isFill()) this.#queue.shift();
  }

  #isFill(): boolean {
    const [head] = this.#queue;
    return head?.kind === "cover" && !head.isRemoved;
  }

  #excess = (): number => this.#queue.length - this.#wantedBlocks;

  #play(entry: Programme): Float32Array {
    this.#cover.rest();
    const played = this.#pauses.isPause(entry.samples) ? this.#playPause(entry) : entry.samples;
    const begins = this.#wasProgramme ? played : crossfade(silence, played);
    this.#wasProgramme = true;
    return this.#queue[0]?.kind === "programme" ? begins : crossfade(begins, silence);
  }

  /** In a pause the line may come nearer to the wanted delay: 40 ms more, or 20 ms less. */
  #playPause({ frame, samples, isRepeated = false }: Programme): Float32Array {
    const [next] = this.#queue;
    const excess = this.#isDraining ? 0 : this.#excess() + 1;
    if (excess > slackBlocks && next?.kind === "programme") {
      this.#queue.shift();
      return crossfade(samples, next.samples);
    }
    if (excess < -slackBlocks && !isRepeated) {
      const repeated = { kind: "programme", frame, isRepeated: true } as const;
      this.#queue.unshift({ ...repeated, samples: reversed(samples) }, { ...repeated, samples });
    }
    return samples;
  }

  #playCover({ isRemoved }: Cover): Float32Array {
    this.#wasProgramme = false;
    const ahead = this.#queue.slice(0, coverFadeBlocks).findIndex(({ kind }) => kind === "programme");
    return this.#cover.next({ isRemoved, left: ahead === -1 ? coverFadeBlocks : ahead + 1 });
  }
}

const blocksOf = (seconds: number): number => Math.max(cushionBlocks, Math.round(seconds * blocksPerSecond));

/** Frames of single blocks as passages; a stretched pause stands in the line more than once. */
function passagesOf(frames: readonly number[]): Passage[] {
  const passages: Passage[] = [];
  for (const frame of frames) {
    const last = passages.at(-1);
    if (last !== undefined && frame <= last.to) last.to = Math.max(last.to, frame + framesPerBlock);
    else passages.push({ from: frame, to: frame + framesPerBlock });
  }
  return passages;
}
