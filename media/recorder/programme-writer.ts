import { join } from "node:path";
import { framesPerSecond } from "../../schemas/programme.ts";
import { openFfmpeg, type OpenFfmpeg } from "../ffmpeg/open-ffmpeg.ts";
import type { Segment } from "./plan-join.ts";
import { programmePcm } from "./programme-pcm.ts";
import type { SessionIndex } from "./session-index.ts";

/** ffmpeg arguments of the programme's encoder: every FLAC frame (96 ms) is on disk as soon as it is coded. */
export const encodeArgs = (path: string): string[] => [
  ...["-f", "s16le", "-ar", "48000", "-ac", "2", "-probesize", "32", "-analyzeduration", "0", "-i", "pipe:0"],
  ...["-c:a", "flac", "-flush_packets", "1", path],
];

/** What is kept to begin a new segment with when an encoder dies or gets stuck: 15 s, more than it can have held by then. */
const keptFrames = 15 * framesPerSecond;

/** An encoder that takes nothing for so long is stuck. */
const usualStuckMs = 8_000;

/** What may wait for an encoder that is slower than the programme, before it counts as stuck: a minute of 16-bit stereo. */
const mostWaiting = 60 * 192_000;

/** An encoder that lived less than this is replaced after as long a wait: a full disk kills each new one at once. */
const pauseMs = 1_000;

/**
 * Writes the programme as FLAC through ffmpeg. An encoder that dies or gets stuck is replaced by another one, which begins a new
 * segment 15 s back, so that nothing is lost. Memory is bounded: 3 MB kept, at worst 12 MB waiting. Disposing it kills the encoder.
 */
export class ProgrammeWriter implements AsyncDisposable {
  readonly segments: Segment[];
  readonly #directory: string;
  readonly #index: SessionIndex;
  readonly #kept: { frame: number; pcm: Buffer }[] = [];
  #encoder: OpenFfmpeg | undefined;
  #reopening: NodeJS.Timeout | undefined;
  #ending: Promise<void> | undefined;
  #wasWaiting = 0;
  #tookMs = 0;
  readonly #stuckMs: number;

  /** `segments` are those that an earlier writer has left. */
  constructor(directory: string, index: SessionIndex, stuckMs = usualStuckMs, segments: readonly Segment[] = []) {
    this.segments = [...segments];
    this.#directory = directory;
    this.#index = index;
    this.#stuckMs = stuckMs;
  }

  /** Bytes that the encoder has not taken yet. */
  get waiting(): number {
    return this.#encoder?.stdin.writableLength ?? 0;
  }

  /** Takes the next batch; `frame` is its first. */
  write(frame: number, samples: Float32Array): void {
    const pcm = programmePcm(samples);
    this.#kept.push({ frame, pcm });
    while (frame - (this.#kept[0]?.frame ?? frame) > keptFrames) this.#kept.shift();
    if (this.#encoder !== undefined) this.#encoder.stdin.write(pcm);
    else if (this.#reopening === undefined) this.#startEncoder();
    if (this.#isStuck()) void this.#encoder?.[Symbol.asyncDispose]();
  }

  /** Lets the encoder finish its file. What a dead or stuck one still owes goes through a last segment. */
  end(): Promise<void> {
    return (this.#ending ??= this.#end());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending ??= Promise.resolve();
    clearTimeout(this.#reopening);
    await this.#encoder?.[Symbol.asyncDispose]();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#reopening);
    if (this.#reopening !== undefined) this.#startEncoder();
    if ((await this.#ended()) || this.#kept.length === 0) return;
    this.#startEncoder();
    await this.#ended();
  }

  #isStuck(): boolean {
    const nowMs = performance.now();
    if (this.waiting === 0 || this.waiting < this.#wasWaiting) this.#tookMs = nowMs;
    this.#wasWaiting = this.waiting;
    return nowMs - this.#tookMs > this.#stuckMs || this.waiting > mostWaiting;
  }

  #startEncoder(): void {
    this.#reopening = undefined;
    const name = `programme-${this.segments.length + 1}.flac`;
    const path = join(this.#directory, name);
    const frame = this.#kept[0]?.frame ?? 0;
    const encoder = openFfmpeg(encodeArgs(path), { isInOwnGroup: true });
    this.#index.append({ kind: "segmentOpened", frame, path: name, pid: encoder.pid ?? 0 });
    this.segments.push({ path, frame });
    this.#encoder = encoder;
    for (const { pcm } of this.#kept) encoder.stdin.write(pcm);
    const beganMs = (this.#tookMs = performance.now());
    const replace = () => {
      this.#replace(encoder, performance.now() - beganMs < pauseMs ? pauseMs : 0);
    };
    encoder.done.then(replace, replace);
  }

  #replace(encoder: OpenFfmpeg, waitMs: number): void {
    if (this.#ending !== undefined || this.#encoder !== encoder) return;
    this.#encoder = undefined;
    this.#reopening = setTimeout(() => {
      this.#startEncoder();
    }, waitMs);
  }

  /** Whether the encoder finished its file; one that takes a minute is stuck. */
  async #ended(): Promise<boolean> {
    const encoder = this.#encoder;
    if (encoder === undefined) return false;
    const limit = setTimeout(() => void encoder[Symbol.asyncDispose](), 60_000);
    const isWell = await encoder.end().then(
      () => true,
      () => false,
    );
    clearTimeout(limit);
    return isWell;
  }
}
