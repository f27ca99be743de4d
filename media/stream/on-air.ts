import { setTimeout } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";
import type { DelayPipe } from "../../schemas/live.ts";
import { framesPerBlock, type ProgrammeMessage } from "../../schemas/programme.ts";
import { sharedNowMs } from "../lasting/shared-clock.ts";
import { openRtpSender, type RtpSender } from "../rtp/open-rtp-sender.ts";
import type { OpusSource } from "../rtp/opus-source.ts";
import { Aired } from "./aired.ts";
import { DelayLine, type Removed } from "./delay-line.ts";
import type { OutputName } from "./encode-args.ts";
import type { Piece } from "./fragment-reader.ts";
import { LiveEncoder } from "./live-encoder.ts";

/** Where the listeners inside the school are served from: a port that takes Opus with this payload type and ssrc. */
export type RtpTarget = { ip: string; port: number; payloadType: number; ssrc: number };

/** What a stream tells of itself. */
export type StreamFact =
  /** The programme began, at this epoch millisecond, and at this one of all threads' clock; `fromSeconds` of segments count from here. */
  | { kind: "began"; atMs: number; sharedMs: number }
  /** Five times a second. */
  | { kind: "piped"; pipe: DelayPipe }
  | { kind: "encoded"; output: OutputName; run: number; piece: Piece }
  /** The last word has gone out, and the encoders have given all they had. */
  | { kind: "over" };

/** How a stream begins: with its programme, or `resumed` where another thread has left it. */
export type OnAirOptions = {
  delaySeconds: number;
  /** Where the programme comes from. */
  programme: MessagePort;
  /** When the stream began, by the clock of all threads, and how many runs of encoders it has had. */
  resumed: { beganMs: number; runs: number } | undefined;
};

const pipeTicks = 10;
/** For so long what was said is on its way to the delay: a network's jitter, and 100 ms of the mixer's programme at once. */
const onItsWayMs = 250;
const blockMs = 20;
const samplesPerBlock = 2 * framesPerBlock;

/** One show on its way out, inside the stream's thread: from the mixer's port through the delay to the encoders that somebody listens to. */
export class OnAir {
  readonly #line: DelayLine;
  readonly #aired: Aired;
  readonly #encoders = new Map<OutputName, LiveEncoder>();
  readonly #tell: (fact: StreamFact) => void;
  #port: MessagePort | undefined;
  #nextFrame: number | undefined;
  #listening: (RtpSender & { source: OpusSource }) | undefined;
  #ticks: number | undefined;
  #runs: number;
  #isOver = false;

  constructor({ delaySeconds, programme, resumed }: OnAirOptions, tell: (fact: StreamFact) => void) {
    this.#line = new DelayLine(delaySeconds);
    this.#ticks = resumed && Math.round((sharedNowMs() - resumed.beganMs) / blockMs);
    this.#aired = new Aired(this.#ticks);
    this.#runs = resumed?.runs ?? 0;
    this.#tell = tell;
    this.follow(programme);
  }

  /** Takes the programme from a port; from another one when it goes on after an interruption. */
  follow(port: MessagePort): void {
    this.#port?.close();
    this.#port = port;
    port.on("message", (message: ProgrammeMessage) => {
      if (this.#port === port) this.#hear(message);
    });
  }

  #hear(message: ProgrammeMessage): void {
    if (message.kind === "closed") this.drain();
    if (!("samples" in message) || this.#isOver) return;
    if (this.#ticks === undefined) this.#tell({ kind: "began", atMs: Date.now(), sharedMs: sharedNowMs() });
    this.#ticks ??= 0;
    const { frame, samples } = message;
    if (this.#nextFrame === undefined) this.#line.fillUp();
    else if (frame > this.#nextFrame) this.#line.skip((frame - this.#nextFrame) / framesPerBlock);
    this.#nextFrame = frame + samples.length / 2;
    for (let at = 0; at < samples.length; at += samplesPerBlock) {
      this.#line.push(frame + at / 2, samples.subarray(at, at + samplesPerBlock));
    }
  }

  /** Sends the 20 ms that are due; before the programme begins, and after its end, nothing. */
  tick(): void {
    if (this.#ticks === undefined || this.#isOver) return;
    const block = this.#line.pull();
    if (block === undefined) {
      void this.#end();
      return;
    }
    this.#aired.push(block);
    for (const encoder of this.#encoders.values()) encoder.write(block);
    this.#listening?.send(this.#listening.source.encode(block, false));
    this.#ticks += 1;
    if (this.#ticks % pipeTicks === 0) this.#tell({ kind: "piped", pipe: this.#line.pipe() });
  }

  async #end(): Promise<void> {
    this.#isOver = true;
    this.#tell({ kind: "piped", pipe: this.#line.pipe() });
    await Promise.all([...this.#encoders.values()].map((encoder) => encoder.end()));
    this.#tell({ kind: "over" });
  }

  /** No more programme comes: what is held goes out. */
  drain(): void {
    this.#line.drain();
    // A programme that never began has nothing to send.
    this.#ticks ??= 0;
  }

  setDelay(seconds: number): void {
    this.#line.setDelay(seconds);
  }

  /** Takes the newest seconds out at once, and what was said by then too as it comes in: microphones' and the mixer's buffers hold a quarter of a second. */
  async cut(seconds: number): Promise<Removed | undefined> {
    const [removed, from] = [this.#line.cut(seconds), this.#nextFrame];
    this.#tell({ kind: "piped", pipe: this.#line.pipe() });
    if (removed === undefined || from === undefined) return removed;
    await setTimeout(onItsWayMs);
    const late = this.#line.cutSince(from);
    return { ...removed, passages: late === undefined ? removed.passages : [...removed.passages, late] };
  }

  /** Begins to encode an output, with what was aired last; one that runs goes on. */
  startOutput(output: OutputName): void {
    if (this.#isOver || this.#encoders.has(output)) return;
    const piece = (run: number, encoded: Piece) => {
      this.#tell({ kind: "encoded", output, run, piece: encoded });
    };
    const nextRun = () => (this.#runs += 1);
    this.#encoders.set(output, new LiveEncoder(output, this.#aired, nextRun, piece));
  }

  /** Ends an output that nobody listens to. */
  async stopOutput(output: OutputName): Promise<void> {
    const encoder = this.#encoders.get(output);
    this.#encoders.delete(output);
    await encoder?.[Symbol.asyncDispose]();
  }

  /** Sends what goes out as Opus RTP, every 20 ms; `undefined` ends it. Answers the port from which it is sent; takes that port if it is given. */
  async listen(target: RtpTarget | undefined, port?: number): Promise<number | undefined> {
    const former = this.#listening;
    this.#listening = target && (await openListening(target, port));
    await former?.[Symbol.asyncDispose]();
    return this.#listening?.port;
  }

  /** Ends everything at once; what is held never goes out. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#line.abandon();
    this.#port?.close();
    const encoders = [...this.#encoders.values()];
    this.#encoders.clear();
    await Promise.all([...encoders.map((encoder) => encoder[Symbol.asyncDispose]()), this.listen(undefined)]);
  }
}

/** libopus is loaded into this thread for the first who listens this way, and most stations never do. */
async function openListening(target: RtpTarget, port?: number) {
  const { OpusSource } = await import("../rtp/opus-source.ts");
  return { ...(await openRtpSender(target, port)), source: new OpusSource(target) };
}
