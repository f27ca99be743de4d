import { mp3FrameBytes } from "./fragment-reader.ts";
import { IcyWeaver } from "./icy-weaver.ts";

/** What a listener gets at once, so that their player need not wait: 4 s. */
const burstBytes = 64_000 - (64_000 % mp3FrameBytes);
/** What may wait for one listener: 16 s. What they did not take by then is left out, and after as long again they are sent off. */
const mostWaitingBytes = 256_000;
const mostSkippedBytes = 480_000;

/** How one listener is served. */
export type Mp3Listening = {
  /** What is being said now, for those who asked for words between the sound. */
  title?: (() => string) | undefined;
  /** Whether they may still hear it. */
  mayStay(): Promise<boolean>;
  /** They are gone: their network, their player, too slow, or no longer allowed. */
  onGone(): void;
};

/** The MP3 as radios hear it: one stream for all, joined anywhere, in bounded memory per listener. Frames may come from one encoder after another. */
export class Mp3Mount {
  readonly #listeners = new Map<(frames: Uint8Array | undefined) => void, Mp3Listening["mayStay"]>();
  #burst: Buffer = Buffer.alloc(0);

  /** How many listen. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** Other sound follows: who comes now gets nothing of what was before it. */
  turn(): void {
    this.#burst = Buffer.alloc(0);
  }

  /** Takes whole frames from the encoder. */
  add(frames: Uint8Array): void {
    this.#burst = Buffer.concat([this.#burst, frames]).subarray(-burstBytes);
    for (const take of this.#listeners.keys()) take(frames);
  }

  /** The sound is over: every listener's stream ends. */
  end(): void {
    for (const take of this.#listeners.keys()) take(undefined);
  }

  /** Sends off whoever may no longer hear it: a stream, unlike a segment, is asked for only once. */
  async review(): Promise<void> {
    const each = [...this.#listeners].map(async ([take, mayStay]) => {
      if (!(await mayStay())) take(undefined);
    });
    await Promise.all(each);
  }

  /** A listener's own stream of bytes, from the last seconds on. A slow one is skipped forward, never buffered without bound. */
  listen({ title, mayStay, onGone }: Mp3Listening): ReadableStream<Uint8Array> {
    const weaver = title && new IcyWeaver(title);
    let take: (frames: Uint8Array | undefined) => void = () => undefined;
    let skipped = 0;
    const leave = () => {
      if (this.#listeners.delete(take)) onGone();
    };
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      const send = (frames: Uint8Array) => {
        if (frames.length > 0) controller.enqueue(weaver?.weave(frames) ?? frames);
      };
      take = (frames) => {
        const isFull = (controller.desiredSize ?? 0) <= 0;
        skipped = isFull ? skipped + (frames?.length ?? 0) : 0;
        if (frames !== undefined && !isFull) send(frames);
        if (frames !== undefined && skipped <= mostSkippedBytes) return;
        leave();
        controller.close();
      };
      this.#listeners.set(take, mayStay);
      send(this.#burst);
    };
    return new ReadableStream(
      { start, cancel: leave },
      new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes }),
    );
  }
}
