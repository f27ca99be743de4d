import type { MessagePort } from "node:worker_threads";
import type { ProgrammeMessage } from "../../schemas/programme.ts";
import type { IndexLine } from "./index-line.ts";
import { MixWriter } from "./mix-writer.ts";
import { ProgrammeWriter } from "./programme-writer.ts";
import type { Segment } from "./plan-join.ts";
import type { SessionIndex } from "./session-index.ts";

/** Loudness of the whole, as far as the mixer could tell. */
type Loudness = { integratedLufs?: number; truePeakDbtp?: number; concealedBlocks?: number };

type Aligned = Extract<ProgrammeMessage, { kind: "aligned" }>;
type Batch = Extract<ProgrammeMessage, { kind: "batch" }>;

/** The programme as it comes in. Disposing it closes the port, and the encoder after what it was given. */
export type HeardProgramme = AsyncDisposable & {
  readonly writer: ProgrammeWriter;
  /** Media time: frames that have come. */
  readonly frame: number;
  /** From the first block to the last word: while the voices are recorded too. */
  readonly isRunning: boolean;
  /** The RTP timestamp of a voice that stands at the programme's first frame; undefined until the mixer has told of that voice. */
  zeroOf(ssrc: number): number | undefined;
  /** The former port's other end is gone, here the programme goes on. Resolves with the frames that are missing between. */
  continueOn(port: MessagePort): Promise<number>;
  /** Settles with the mixer's last word; at once when the port's other end is gone, for none will come. */
  closed(): Promise<Loudness>;
};

/** What an earlier thread has left: the programme's files, whether it had begun, and its index. */
export type Continued = { segments: readonly Segment[]; hasStarted: boolean; lines: readonly IndexLine[] };

/** What is written at once of a time that is missing: 100 ms. */
const silence = new Float32Array(9_600);

/** Takes everything that the mixer sends on `port` to the encoder and into the index. */
export function hearProgramme(
  port: MessagePort,
  directory: string,
  index: SessionIndex,
  continued?: Continued,
): HeardProgramme {
  const writer = new ProgrammeWriter(directory, index, undefined, continued?.segments);
  const mix = new MixWriter(directory, index, continued?.lines);
  const programme = new ProgrammeInflow({ writer, mix, index }, continued);
  programme.listen(port);
  return programme;
}

type Files = { writer: ProgrammeWriter; mix: MixWriter; index: SessionIndex };

class ProgrammeInflow implements HeardProgramme {
  readonly writer: ProgrammeWriter;
  isRunning: boolean;
  readonly #mix: MixWriter;
  readonly #index: SessionIndex;
  readonly #zeros = new Map<number, number>();
  /** Where the next batch is to begin; undefined while that is for the batch to say. */
  #next: number | undefined;
  #frame = 0;
  #known: Loudness = {};
  #port: MessagePort | undefined;
  #resume: ((missing: number) => void) | undefined;
  #isWhole = true;

  constructor({ writer, mix, index }: Files, continued: Continued | undefined) {
    this.writer = writer;
    this.#mix = mix;
    this.#index = index;
    this.isRunning = continued?.hasStarted === true;
    this.#next = this.isRunning ? undefined : 0;
  }

  get frame(): number {
    return this.#frame;
  }

  zeroOf(ssrc: number): number | undefined {
    return this.#zeros.get(ssrc);
  }

  listen(port: MessagePort): void {
    const former = this.#port;
    this.#port = port;
    former?.close();
    port.on("message", (message: ProgrammeMessage) => {
      if (this.#port === port) this.#hear(message);
    });
    // Also when the other end dies: until the programme goes on elsewhere, what was heard is all of it.
    port.on("close", () => {
      if (this.#port === port) this.#port = undefined;
    });
  }

  continueOn(port: MessagePort): Promise<number> {
    this.#isWhole = false;
    this.#known = {};
    this.listen(port);
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#resume = resolve;
    return promise;
  }

  async closed(): Promise<Loudness> {
    if (this.#port !== undefined) await new Promise<void>((resolve) => this.#port?.once("close", resolve));
    this.isRunning = false;
    this.#resume?.(0);
    return this.#known;
  }

  #hear(message: ProgrammeMessage): void {
    if (message.kind === "batch") this.#write(message);
    else if (message.kind === "mixed") this.#mix.take(message);
    else if (message.kind === "closed") this.#close(message);
    else {
      this.#index.append(message);
      if (message.kind === "aligned") this.#noteZero(message);
      if (message.kind === "loudness" && this.#isWhole) {
        this.#known = { integratedLufs: message.integratedLufs, truePeakDbtp: message.truePeakDbtp };
      }
    }
  }

  #write({ frame, samples }: Batch): void {
    if (!this.isRunning) this.#index.append({ kind: "started", frame });
    this.isRunning = true;
    this.#fill(frame);
    this.writer.write(frame, samples);
    this.#frame = this.#next = frame + samples.length / 2;
  }

  /** What is missing is silence, so that media time stays the clock's. */
  #fill(to: number): void {
    const missing = Math.max(0, to - (this.#next ?? to));
    if (missing > 0) this.#index.append({ kind: "programmeGap", frame: to - missing, frames: missing });
    for (let at = to - missing; at < to; at += silence.length / 2) {
      this.writer.write(at, silence.slice(0, 2 * Math.min(silence.length / 2, to - at)));
    }
    this.#resume?.(missing);
    this.#resume = undefined;
  }

  // Loudness was measured anew after an interruption: it would be that of the end only.
  #close({ summary }: Extract<ProgrammeMessage, { kind: "closed" }>): void {
    const { integratedLufs, truePeakDbtp, concealedBlocks } = summary;
    if (this.#isWhole) this.#known = { integratedLufs, truePeakDbtp, concealedBlocks };
    this.isRunning = false;
    this.#port?.close();
  }

  /** The first word on a voice counts: later ones tell how drift has moved it. */
  #noteZero({ ssrc, rtpTimestamp, frame }: Aligned): void {
    if (!this.#zeros.has(ssrc)) this.#zeros.set(ssrc, rtpTimestamp - frame);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#port?.close();
    this.#mix[Symbol.dispose]();
    await this.writer.end();
    await this.writer[Symbol.asyncDispose]();
  }
}
