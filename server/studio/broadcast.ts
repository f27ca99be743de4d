import type { MessagePort } from "node:worker_threads";
import type { DelayPipe } from "../../schemas/live.ts";
import type { OutputName } from "../../media/stream/encode-args.ts";
import { HlsRendition, type RenditionName } from "../../media/stream/hls-rendition.ts";
import type { Removed } from "../../media/stream/delay-line.ts";
import type { RtpTarget, StreamFact } from "../../media/stream/on-air.ts";
import type { LiveStream } from "../../media/stream/live-stream.ts";
import type { StreamThread } from "../../media/stream/open-stream-thread.ts";
import { Audience } from "./audience.ts";
import type { StudioClock } from "./studio-clock.ts";

/** What a broadcast stands on. */
type Parts = {
  streams: StreamThread;
  delaySeconds: number;
  clock: StudioClock;
  onPipe(pipe: DelayPipe): void;
  /** The stream's thread died and another one has taken over: it wants the programme by another inlet. */
  onRevived(): void;
  onBug(error: unknown): void;
};

/** Whoever takes a show's MP3, and how many listen to it there. */
export type Mp3Ear = { take(frames: Uint8Array): void; count(): number };

const renditionNames = ["audio", "voice"] as const satisfies readonly RenditionName[];
/** An encoder that nobody asked anything of for so long rests. */
const restAfterMs = 20_000;
const lookMs = 5_000;

/** One transmission on its way to its listeners: through the delay, to the encoders that somebody listens to. Disposing it ends it at once. */
export class Broadcast implements AsyncDisposable {
  /** Stands in the addresses of its segments, so that they are another show's never. */
  readonly word = crypto.randomUUID().slice(0, 8);
  readonly audience: Audience;
  /** Settles when the last word is out, or was cut off. */
  readonly over: Promise<void>;
  readonly #parts: Parts;
  readonly #stream: LiveStream;
  readonly #ears = new Set<Mp3Ear>();
  readonly #renditions: Record<RenditionName, HlsRendition>;
  readonly #askedAt = new Map<RenditionName, number>();
  readonly #end = Promise.withResolvers<void>();
  #beganAtMs: number;
  #pipe: DelayPipe = { heldSeconds: 0, parts: [] };
  #callOff: () => void = () => undefined;
  readonly #hearing = new DisposableStack();
  #isOver = false;

  private constructor(parts: Parts, stream: LiveStream) {
    const { clock } = parts;
    this.#parts = parts;
    this.#stream = stream;
    this.#beganAtMs = clock.now();
    this.audience = new Audience(clock.now);
    this.over = this.#end.promise;
    const beganAt = () => this.#beganAtMs;
    this.#renditions = { audio: new HlsRendition(beganAt), voice: new HlsRendition(beganAt) };
    this.#watch();
    this.#hearing.defer(parts.streams.onRevived(() => parts.onRevived()));
    this.#hearing.defer(parts.streams.onDied(() => this.#finish()));
  }

  /** Opens it before the show begins, so that nothing of its first second is lost. */
  static async open(parts: Parts): Promise<Broadcast> {
    const opened = Promise.withResolvers<Broadcast>();
    const onFact = (fact: StreamFact) => void opened.promise.then((broadcast) => broadcast.#hear(fact));
    const stream = await parts.streams.openStream({ delaySeconds: parts.delaySeconds, onFact });
    const broadcast = new Broadcast(parts, stream);
    opened.resolve(broadcast);
    return broadcast;
  }

  /** For whoever begins to make the programme; `undefined` when there will be no thread that takes it. */
  get inlet(): MessagePort | undefined {
    return this.#stream.inlet;
  }

  /** For whoever goes on making the programme after an interruption. */
  reopenInlet(): Promise<MessagePort> {
    return this.#stream.reopenInlet();
  }

  /** Whether nothing goes out any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** What lies in the delay, as last told. */
  get pipe(): DelayPipe {
    return this.#pipe;
  }

  #hear(fact: StreamFact) {
    if (fact.kind === "began") this.#beganAtMs = fact.atMs;
    else if (fact.kind === "over") this.#finish();
    else if (fact.kind === "encoded") this.#take(fact);
    else this.#parts.onPipe((this.#pipe = fact.pipe));
  }

  #take({ output, run, piece }: Extract<StreamFact, { kind: "encoded" }>) {
    if (output !== "mp3") this.#renditions[output].add(run, piece);
    else for (const ear of this.#ears) ear.take(piece.bytes);
  }

  #finish() {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#callOff();
    this.#hearing.dispose();
    for (const rendition of Object.values(this.#renditions)) rendition.end();
    this.#end.resolve();
  }

  // Renditions that nobody listens to are not encoded.
  #watch() {
    this.#callOff = this.#parts.clock.after(lookMs, () => {
      const since = this.#parts.clock.now() - restAfterMs;
      for (const name of renditionNames) if ((this.#askedAt.get(name) ?? Infinity) < since) this.#rest(name);
      this.#watch();
    });
  }

  #rest(name: RenditionName) {
    this.#askedAt.delete(name);
    this.#renditions[name].rest();
    this.#stop(name);
  }

  #want(name: RenditionName) {
    const isNew = !this.#askedAt.has(name);
    this.#askedAt.set(name, this.#parts.clock.now());
    if (isNew) this.#start(name);
  }

  #start(output: OutputName) {
    if (!this.#isOver) this.#stream.startOutput(output).catch(this.#parts.onBug);
  }

  #stop(output: OutputName) {
    if (!this.#isOver) this.#stream.stopOutput(output).catch(this.#parts.onBug);
  }

  /** A rendition, which is encoded from here on; a new one is ready when there is something to play. */
  rendition(name: RenditionName): HlsRendition {
    this.#want(name);
    return this.#renditions[name];
  }

  /** A file of a rendition; `undefined` when it is no longer kept. */
  findFile(name: RenditionName, file: string): Uint8Array | undefined {
    return this.#renditions[name].find(file);
  }

  /** Encodes the MP3 from here on for one more who takes it, until the answer is called. */
  hearMp3(ear: Mp3Ear): () => void {
    if (this.#ears.size === 0) this.#start("mp3");
    this.#ears.add(ear);
    const leave = this.audience.join(() => ear.count());
    return () => {
      leave();
      if (this.#ears.delete(ear) && this.#ears.size === 0) this.#stop("mp3");
    };
  }

  /** Sends what is heard as RTP; `undefined` ends it. */
  listen(target: RtpTarget | undefined): Promise<void> {
    return this.#stream.listen(target);
  }

  setDelay(seconds: number): Promise<void> {
    return this.#stream.setDelay(seconds);
  }

  cut(seconds: number): Promise<Removed | undefined> {
    return this.#stream.cut(seconds);
  }

  /** The programme is closed: what is held goes out, then it is over. */
  drain(): Promise<void> {
    return this.#stream.drain();
  }

  /** Ends it at once; what is held never goes out. */
  async [Symbol.asyncDispose]() {
    const closing = this.#stream[Symbol.asyncDispose]();
    this.#finish();
    await closing;
  }
}
