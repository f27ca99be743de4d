import type { ArrivedPacket } from "./reorder-window.ts";

/** Where a packet belongs in its track, all in samples at 48 kHz from the track's first decoded one. */
export type Place = {
  /** Silence to write before the packet; a whole number of 2.5 ms. */
  silence: number;
  /** Where the packet then begins. */
  sample: number;
  /** The timestamps began anew: from `sample` on they count from this packet's. */
  isRebased: boolean;
};

/** Smallest Opus frame: 2.5 ms. */
const smallest = 120;

/** Timestamps that disagree with the clock of arrival by more than this begin anew: 10 s. */
const farthest = 10 * 48_000;

/**
 * Turns RTP timestamps into places on the track's own timeline: missing time is told, so that it can be filled with silence;
 * what is left under 2.5 ms is carried to the next gap. Timestamps wrap. A sender that begins its timestamps anew is placed by
 * the clock of arrival.
 */
export class TrackTimeline {
  /** Samples placed so far, silence included. */
  samples = 0;
  #expected: number | undefined;
  #arrivedMs = 0;

  /** `undefined` for a packet whose place is already written. */
  place({ timestamp, frames: samples, arrivedMs }: ArrivedPacket): Place | undefined {
    this.#expected ??= timestamp;
    // RTP timestamps are 32 bits: the difference is signed.
    const ahead = (timestamp - this.#expected) | 0;
    const pause = this.samples === 0 ? 0 : Math.max(0, (arrivedMs - this.#arrivedMs) * 48 - samples);
    const isRebased = Math.abs(ahead - pause) > farthest;
    if (!isRebased && ahead < -smallest) return undefined;
    const silence = Math.max(0, Math.floor((isRebased ? pause : ahead) / smallest)) * smallest;
    const sample = this.samples + silence;
    this.#expected = isRebased ? timestamp + samples : this.#expected + silence + samples;
    this.samples = sample + samples;
    this.#arrivedMs = arrivedMs;
    return { silence, sample, isRebased };
  }
}
