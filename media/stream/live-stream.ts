import { MessageChannel, type MessagePort, type Transferable } from "node:worker_threads";
import type { LastingThread } from "../lasting/lasting-thread.ts";
import type { ThreadCaller } from "../lasting/thread-caller.ts";
import type { Removed } from "./delay-line.ts";
import type { OutputName } from "./encode-args.ts";
import type { RtpTarget, StreamFact } from "./on-air.ts";
import type { Calls, Told } from "./thread-calls.ts";

/** The main thread's end of one life of the stream's thread. */
export type StreamLife = ThreadCaller<Calls, Told>;

/** What a stream is made of; numbers name streams to the thread. */
type Parts = {
  thread: LastingThread<StreamLife>;
  number: number;
  delaySeconds: number;
  onFact(fact: StreamFact): void;
  onFault(error: unknown): void;
  onClosed(): void;
};

type Listening = { target: RtpTarget; port?: number | undefined };

/**
 * One show on its way out, whatever becomes of the thread that sends it. Disposing it ends it at once: what is held never goes out, and nor
 * does what a thread held that died.
 */
export class LiveStream implements AsyncDisposable {
  readonly #parts: Parts;
  readonly #outputs = new Set<OutputName>();
  #delaySeconds: number;
  /** Where it is sent as RTP; from the same port in every thread, for the target takes it from no other. */
  #listening: Listening | undefined;
  #inlet: MessagePort | undefined;
  /** When it began, by the clock of all threads, and how many runs of encoders it has had. */
  #beganMs: number | undefined;
  #runs = 0;
  #isDraining = false;
  #isOver = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#delaySeconds = parts.delaySeconds;
  }

  /** Takes what the thread tells of it. */
  hear(fact: StreamFact): void {
    if (fact.kind === "began") this.#beganMs = fact.sharedMs;
    if (fact.kind === "encoded") this.#runs = Math.max(this.#runs, fact.run);
    if (fact.kind === "over") this.#isOver = true;
    this.#parts.onFact(fact);
  }

  /** Opens it in a thread, where it goes on if it began in another one. With nothing more to come, it is over. */
  async open(life: StreamLife): Promise<void> {
    if (this.#isDraining) {
      this.hear({ kind: "over" });
      return;
    }
    const { port1, port2: programme } = new MessageChannel();
    const resumed = this.#beganMs === undefined ? undefined : { beganMs: this.#beganMs, runs: this.#runs };
    const { number: stream } = this.#parts;
    const delaySeconds = this.#delaySeconds;
    await life.call("openStream", { stream, delaySeconds, programme, resumed }, [programme]);
    this.#inlet = port1;
    for (const output of this.#outputs) await life.call("startOutput", { stream, output });
    // Without these listeners the others still have their show.
    if (this.#listening !== undefined) await this.#resend(life, this.#listening).catch(this.#parts.onFault);
  }

  /** Takes `ProgrammeMessage`s; to be transferred to whoever begins to make them. After `closed`, what is held goes out, and the stream is over. */
  get inlet(): MessagePort | undefined {
    return this.#inlet;
  }

  /** Another inlet, for a programme that goes on after its thread or the stream's died; what is missing between is covered. */
  async reopenInlet(): Promise<MessagePort> {
    const { port1, port2: programme } = new MessageChannel();
    await this.#ask("continueProgramme", { stream: this.#parts.number, programme }, [programme]);
    return port1;
  }

  /** How much is to be held; an open stream comes to it by the pauses between words. */
  async setDelay(seconds: number): Promise<void> {
    this.#delaySeconds = seconds;
    await this.#ask("setDelay", { stream: this.#parts.number, seconds });
  }

  /** No more programme comes, whether `closed` was said or not: what is held goes out, and the stream is over. */
  async drain(): Promise<void> {
    this.#isDraining = true;
    await this.#ask("drain", { stream: this.#parts.number });
  }

  /** Takes the newest of what is held out, and covers it; `undefined` when nothing is held. */
  cut(seconds: number): Promise<Removed | undefined> {
    return this.#ask("cut", { stream: this.#parts.number, seconds });
  }

  /** Encodes an output from here on, beginning with the last seconds that were heard. */
  async startOutput(output: OutputName): Promise<void> {
    this.#outputs.add(output);
    await this.#ask("startOutput", { stream: this.#parts.number, output });
  }

  async stopOutput(output: OutputName): Promise<void> {
    this.#outputs.delete(output);
    await this.#ask("stopOutput", { stream: this.#parts.number, output });
  }

  /** Sends what is heard as Opus RTP; `undefined` ends it. */
  async listen(target: RtpTarget | undefined): Promise<void> {
    const listening: Listening | undefined = target && { target };
    this.#listening = listening;
    const port = await this.#ask("listen", { stream: this.#parts.number, target });
    if (listening !== undefined) listening.port ??= port;
  }

  async #resend(life: StreamLife, listening: Listening): Promise<void> {
    listening.port = await life.call("listen", { stream: this.#parts.number, ...listening });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    this.#parts.onClosed();
    const { thread, number: stream } = this.#parts;
    // A thread that is gone holds nothing any more.
    const life = await thread.now().catch(() => undefined);
    await life?.call("closeStream", { stream }).catch(() => undefined);
  }

  /** Asks the thread. One that dies over it is followed by another, which then stands where this leads, and holds nothing. */
  async #ask<Name extends keyof Calls>(name: Name, data: Calls[Name]["data"], transfer: Transferable[] = []) {
    const life = await this.#parts.thread.now();
    if (this.#isOver) return undefined;
    try {
      return await life.call(name, data, transfer);
    } catch (error) {
      if (!life.isGone) throw error;
      await this.#parts.thread.now();
      return undefined;
    }
  }
}
