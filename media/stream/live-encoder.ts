import { openFfmpeg, type OpenFfmpeg } from "../ffmpeg/open-ffmpeg.ts";
import type { Aired } from "./aired.ts";
import { encodeArgs, type OutputName } from "./encode-args.ts";
import { FragmentReader, FrameReader, type Piece } from "./fragment-reader.ts";

/** What may wait for an encoder before it counts as stuck: 12 s of 32-bit stereo, half of it what it begins with. */
const mostWaiting = 12 * 384_000;
/** An encoder that lived less than this is replaced after as long a wait. */
const pauseMs = 1_000;
/** A new run gets what was aired last: at the start to fill a player at once, after a death to lose nothing that the dead one held. */
const primingSeconds = { start: 6, restart: 0.5 } as const;
/** Blocks that an encoder gets at once, 200 ms: waking it for each costs as much as encoding. */
const blocksAtOnce = 10;

/** One output of a stream: an ffmpeg that is started anew when it dies or gets stuck. Disposing it kills it. */
export class LiveEncoder implements AsyncDisposable {
  readonly #name: OutputName;
  readonly #aired: Aired;
  readonly #nextRun: () => number;
  readonly #tell: (run: number, piece: Piece) => void;
  #ffmpeg: OpenFfmpeg | undefined;
  #gathered: readonly Float32Array[] = [];
  #reopening: NodeJS.Timeout | undefined;
  #isEnding = false;

  /** `tell` gets every piece of the stream; each process has its own run, the next that `nextRun` gives. */
  constructor(name: OutputName, aired: Aired, nextRun: () => number, tell: (run: number, piece: Piece) => void) {
    this.#name = name;
    this.#aired = aired;
    this.#nextRun = nextRun;
    this.#tell = tell;
    this.#start(primingSeconds.start);
  }

  /** Takes a block that goes out now; the encoder has it 0.2 s later at most. */
  write(block: Float32Array): void {
    if (this.#ffmpeg === undefined) return;
    this.#gathered = [...this.#gathered, block];
    if (this.#gathered.length < blocksAtOnce) return;
    this.#hand();
    if (this.#ffmpeg.stdin.writableLength > mostWaiting) void this.#ffmpeg[Symbol.asyncDispose]();
  }

  /** Lets the encoder finish what it has; its last pieces come before this settles. */
  async end(): Promise<void> {
    this.#isEnding = true;
    clearTimeout(this.#reopening);
    this.#hand();
    await this.#ffmpeg?.end().catch(() => undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isEnding = true;
    clearTimeout(this.#reopening);
    await this.#ffmpeg?.[Symbol.asyncDispose]();
  }

  #start(seconds: number): void {
    const run = this.#nextRun();
    const { fromSeconds, blocks } = this.#aired.last(seconds);
    const reader = this.#name === "mp3" ? new FrameReader() : new FragmentReader(fromSeconds);
    const ffmpeg = openFfmpeg(encodeArgs(this.#name));
    const beganMs = performance.now();
    ffmpeg.stdout.on("data", (bytes: Buffer) => {
      for (const piece of reader.read(bytes)) this.#tell(run, piece);
    });
    this.#ffmpeg = ffmpeg;
    this.#gathered = blocks;
    this.#hand();
    const replace = () => {
      this.#replace(performance.now() - beganMs < pauseMs ? pauseMs : 0);
    };
    ffmpeg.done.then(replace, replace);
  }

  #hand(): void {
    this.#ffmpeg?.stdin.write(Buffer.concat(this.#gathered.map(asBytes)));
    this.#gathered = [];
  }

  #replace(waitMs: number): void {
    this.#ffmpeg = undefined;
    if (this.#isEnding) return;
    this.#reopening = setTimeout(() => {
      this.#start(primingSeconds.restart);
    }, waitMs);
  }
}

const asBytes = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
