import type { StripId } from "../../schemas/ids.ts";
import type { Ride } from "../../schemas/programme.ts";
import { slicesPerBlock } from "./gain-sharing.ts";

const off = new Float64Array(slicesPerBlock);

/** The gains of a strip at the end of each 5 ms of a block. */
export type Ridden = { readonly ridden: Float64Array };

type Standing = { gain: number; heardAt: number };

/** How every voice is ridden into the programme: only what changes is written down, for a gain holds until another one comes. */
export class RideLog {
  readonly #standing = new Map<StripId, Standing>();
  #rides: Ride[] = [];

  /** Takes the gains of a block, and keeps none of these arrays; a strip that is not among them is not heard in it. */
  note(frame: number, heard: readonly (readonly [StripId, Ridden])[]): void {
    for (const [stripId, { ridden }] of heard) this.#put(frame, stripId, ridden);
    for (const [stripId, { heardAt }] of this.#standing) if (heardAt !== frame) this.#put(frame, stripId, off);
  }

  /** Writes down with the next block what holds of every voice that was ever heard, also that it is off. */
  tellAnew(): void {
    for (const standing of this.#standing.values()) standing.gain = NaN;
  }

  /** What was written down since the last time. */
  take(): Ride[] {
    const rides = this.#rides;
    this.#rides = [];
    return rides;
  }

  #put(frame: number, stripId: StripId, gains: Float64Array): void {
    const standing = this.#standing.get(stripId) ?? this.#begin(stripId);
    standing.heardAt = frame;
    if (gains.every((gain) => gain === standing.gain)) return;
    standing.gain = gains.at(-1) ?? 0;
    this.#rides.push({ stripId, frame, gains: Array.from(gains) });
  }

  #begin(stripId: StripId): Standing {
    const standing = { gain: NaN, heardAt: 0 };
    this.#standing.set(stripId, standing);
    return standing;
  }
}
