import { JitterBuffer } from "./jitter-buffer.ts";
import type { StripStats } from "./mixer.ts";
import { readDatagram, type RtpSource } from "../rtp/voice-packet.ts";

/** Where a strip's sound stands on its source's timeline. */
export type Played = { ssrc: number; rtpTimestamp: number };

const noCounts = { received: 0, concealed: 0, lateDropped: 0, duplicates: 0, driftDropped: 0, driftRepeated: 0 };

/** Where a strip's sound comes from: one source after the other, each with a jitter buffer of its own. */
export class StripInput {
  #now: { source: RtpSource; jitter: JitterBuffer } | undefined;
  #forged = 0;
  /** Counts of sources that are gone. */
  #before: Omit<StripStats, "forged" | "depthMs"> = noCounts;

  /** Listens to another source, with an empty jitter buffer; to none when undefined. */
  listen(source: RtpSource | undefined): void {
    this.#before = this.stats();
    this.#now = source && { source, jitter: new JitterBuffer() };
  }

  /** Begins anew with the same source. */
  restart(): void {
    this.listen(this.#now?.source);
  }

  /** Takes a datagram from the input's socket. */
  receive(datagram: Buffer, nowMs: number, isPunctual: boolean): void {
    if (this.#now === undefined) return;
    const arrival = readDatagram(datagram, this.#now.source);
    if (arrival === "forged") this.#forged++;
    else if (arrival !== "rtcp") this.#now.jitter.receive(arrival, nowMs, isPunctual);
  }

  /** Fills the block with the next 20 ms; false, and the block untouched, before the first packet. */
  pull(tickMs: number, block: Float32Array): boolean {
    return this.#now?.jitter.pull(tickMs, block) === true;
  }

  /** What the block pulled last begins with when it is so many frames late; undefined while no source was heard. */
  playedBefore(latencyFrames: number): Played | undefined {
    const rtpTimestamp = this.#now?.jitter.playedTimestamp;
    if (this.#now === undefined || rtpTimestamp === undefined) return undefined;
    return { ssrc: this.#now.source.ssrc, rtpTimestamp: (rtpTimestamp - latencyFrames + 2 ** 32) % 2 ** 32 };
  }

  /** Counts of all sources together, and the depth of the present one. */
  stats(): StripStats {
    const now = this.#now?.jitter.stats() ?? { ...noCounts, depthMs: 0 };
    return {
      received: this.#before.received + now.received,
      concealed: this.#before.concealed + now.concealed,
      lateDropped: this.#before.lateDropped + now.lateDropped,
      duplicates: this.#before.duplicates + now.duplicates,
      driftDropped: this.#before.driftDropped + now.driftDropped,
      driftRepeated: this.#before.driftRepeated + now.driftRepeated,
      forged: this.#forged,
      depthMs: now.depthMs,
    };
  }
}
