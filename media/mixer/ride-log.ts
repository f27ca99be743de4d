import type { StripId } from "../../schemas/ids.ts";
import type { Ride } from "../../schemas/programme.ts";

const off: readonly number[] = [0, 0, 0, 0];

/** How every voice is ridden into the programme: only what changes is written down, for a gain holds until another one comes. */
export class RideLog {
  readonly #standing = new Map<StripId, number>();
  #rides: Ride[] = [];

  /** Takes the gains of a block; a strip that is not among them is not heard in it. */
  note(frame: number, ridden: ReadonlyMap<StripId, readonly number[]>): void {
    for (const [stripId, gains] of ridden) this.#put(frame, stripId, gains);
    for (const stripId of this.#standing.keys()) if (!ridden.has(stripId)) this.#put(frame, stripId, off);
  }

  /** What was written down since the last time. */
  take(): Ride[] {
    const rides = this.#rides;
    this.#rides = [];
    return rides;
  }

  #put(frame: number, stripId: StripId, gains: readonly number[]): void {
    const standing = this.#standing.get(stripId);
    if (gains.every((gain) => gain === standing)) return;
    this.#standing.set(stripId, gains.at(-1) ?? 0);
    this.#rides.push({ stripId, frame, gains });
  }
}
