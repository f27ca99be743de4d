import opus from "@discordjs/opus";
import type { SampleQueue } from "./sample-queue.ts";
import { fadeOver } from "./sample-queue.ts";

const fadeFrames = 240;
// A gap longer than 100 ms becomes silence: libopus has little left to invent by then, and it would sound like a robot.
const longestInvention = 4_800;
const fadeOutFrom = 3_840;
const nothing = Buffer.alloc(0);

/** One voice's Opus decoder, and what it invents when a packet is missing. A microphone is mono; libopus folds a stereo one down. */
export class OpusVoice {
  readonly #decoder = new opus.OpusEncoder(48_000, 1);
  #invented: Int16Array | undefined;
  #inventedFrames = 0;

  /** Decodes a packet to the end of `queue`, without its first `skip` frames; false, with nothing added, when libopus finds it corrupt. */
  decode(payload: Buffer, queue: SampleQueue, skip = 0): boolean {
    const pcm = this.#pcmOf(payload)?.subarray(skip);
    if (pcm === undefined) return false;
    const samples = queue.extend(pcm.length);
    copy(pcm, samples);
    this.#resume(samples);
    return true;
  }

  /** Adds up to `frames` of invented sound to `queue`; fades out after 80 ms of a gap. Returns how many frames are not silence. */
  conceal(frames: number, queue: SampleQueue): number {
    const samples = queue.extend(frames);
    // @discordjs/opus conceals 120 ms at once: the whole is kept, and a gap of several packets takes one slice after the other.
    const invented = (this.#invented ??= this.#pcmOf(nothing) ?? new Int16Array(longestInvention));
    const from = this.#inventedFrames;
    const sounding = Math.max(0, Math.min(frames, longestInvention - from));
    copy(invented.subarray(from, from + frames), samples);
    if (from + frames > fadeOutFrom) fadeOut(samples, from);
    this.#inventedFrames = Math.min(from + frames, longestInvention);
    return sounding;
  }

  /** The next packet follows a silence, not a loss. */
  rest(): void {
    this.#invented ??= new Int16Array(0);
    this.#inventedFrames = longestInvention;
  }

  #resume(samples: Float32Array): void {
    if (this.#invented === undefined) return;
    const old = new Float32Array(Math.min(fadeFrames, samples.length));
    const from = this.#inventedFrames;
    if (from < longestInvention) copy(this.#invented.subarray(from, from + old.length), old);
    fadeOver(old, samples);
    this.#invented = undefined;
    this.#inventedFrames = 0;
  }

  #pcmOf(payload: Buffer): Int16Array | undefined {
    try {
      const pcm = this.#decoder.decode(payload);
      return new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1);
    } catch {
      return undefined;
    }
  }
}

function copy(pcm: Int16Array, samples: Float32Array): void {
  const length = Math.min(pcm.length, samples.length);
  for (let index = 0; index < length; index++) samples[index] = (pcm[index] ?? 0) / 32_768;
  samples.fill(0, length);
}

function fadeOut(samples: Float32Array, from: number): void {
  const length = longestInvention - fadeOutFrom;
  for (let index = 0; index < samples.length; index++) {
    const gone = (from + index - fadeOutFrom) / length;
    if (gone > 0) samples[index] = (samples[index] ?? 0) * Math.max(0, 1 - gone);
  }
}
