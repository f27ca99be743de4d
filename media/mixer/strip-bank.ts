import type { StripId } from "../../schemas/ids.ts";
import type { Level } from "../../schemas/studio.ts";
import type { Fader, StripStats } from "./mixer.ts";
import type { Played } from "./strip.ts";
import { Strip } from "./strip.ts";

/** All strips of one studio. A strip that throws is silent for that block and begins anew; the others do not notice. */
export class StripBank {
  readonly #onFault: (error: unknown) => void;
  readonly #strips = new Map<StripId, Strip>();
  readonly #leaving = new Set<Strip>();
  #concealedByGone = 0;

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault;
  }

  /** Adds a strip, in place of one with the same id. */
  open(stripId: StripId, fader: Fader): void {
    this.close(stripId);
    this.#strips.set(stripId, new Strip(fader));
  }

  /** The strip of that id. */
  find(stripId: StripId): Strip | undefined {
    return this.#strips.get(stripId);
  }

  /** Removes a strip; it fades out in the next block. */
  close(stripId: StripId): void {
    const strip = this.#strips.get(stripId);
    if (strip === undefined) return;
    this.#strips.delete(stripId);
    strip.set({ isOpen: false });
    this.#leaving.add(strip);
    this.#concealedByGone += strip.stats().concealed;
  }

  /** Adds every strip's next 20 ms to the bus. */
  mixInto(bus: Float32Array, tickMs: number): void {
    for (const strip of this.#strips.values()) this.#mix(strip, bus, tickMs);
    for (const strip of this.#leaving) this.#mix(strip, bus, tickMs);
    this.#leaving.clear();
  }

  /** Names each strip that is heard, with what its last block began with. */
  forEachPlayed(visit: (stripId: StripId, played: Played) => void): void {
    for (const [stripId, { played }] of this.#strips) if (played !== undefined) visit(stripId, played);
  }

  /** Concealed blocks of all strips, gone ones too. */
  get concealed(): number {
    return [...this.#strips.values()].reduce((sum, strip) => sum + strip.stats().concealed, this.#concealedByGone);
  }

  /** Level of every strip since the last look. */
  takeLevels(): Record<StripId, Level> {
    return this.#byId((strip) => strip.takeLevel());
  }

  /** Counts of every strip. */
  stats(): Record<StripId, StripStats> {
    return this.#byId((strip) => strip.stats());
  }

  #mix(strip: Strip, bus: Float32Array, tickMs: number): void {
    try {
      strip.mixInto(bus, tickMs);
    } catch (error) {
      strip.restart();
      this.#onFault(error);
    }
  }

  #byId<Value>(value: (strip: Strip) => Value): Record<StripId, Value> {
    return Object.fromEntries([...this.#strips].map(([stripId, strip]) => [stripId, value(strip)]));
  }
}
