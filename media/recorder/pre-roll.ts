import type { ArrivedPacket } from "./reorder-window.ts";

/** Packets kept while nothing is recorded yet: 5 s of 20 ms. */
const most = 250;

/**
 * The last seconds of a voice before its recording begins. What the mixer puts into the programme's first block came before that
 * block, by the jitter buffer's depth and by what the threads between take; only what belongs to the programme is given.
 */
export class PreRoll {
  #kept: ArrivedPacket[] = [];

  /** Keeps a packet for a while. */
  keep(packet: ArrivedPacket): void {
    this.#kept.push(packet);
    if (this.#kept.length > most) this.#kept.shift();
  }

  /**
   * Gives what sounds from the programme's first frame on, whose RTP timestamp is `zero`, and forgets the rest: it was said before
   * the show. Without a `zero`, which the mixer tells of every voice that it hears, nothing belongs to the programme.
   */
  release(zero: number | undefined): ArrivedPacket[] {
    const kept = this.#kept;
    this.#kept = [];
    // Timestamps are 32 bits and wrap: the difference is signed.
    return zero === undefined ? [] : kept.filter(({ timestamp, frames }) => ((timestamp + frames - zero) | 0) > 0);
  }
}
