import type { StripId } from "../../schemas/ids.ts";
import type { StripLevel } from "../../schemas/studio.ts";
import { shareGain, unshareGain } from "./gain-sharing.ts";
import type { StripStart, StripStats } from "./mixer.ts";
import { Strip } from "./strip.ts";

/** All strips of one studio. A strip that throws is silent for that block and begins anew; the others do not notice. */
export class StripBank {
  readonly #onFault: (error: unknown) => void;
  readonly #onHeard: (stripId: StripId, block: Float32Array) => void;
  readonly #strips = new Map<StripId, Strip>();
  readonly #leaving = new Set<Strip>();
  #heard: readonly (readonly [StripId, Strip])[] = [];
  #concealedByGone = 0;
  /** Automix: whether the open strips of a room share one gain. */
  sharesGain = false;
  /** Time that noise suppression took since the strips are there. */
  denoisingMs = 0;
  /** Whether somebody was heard to speak in the last block. */
  isSpeaking = false;

  /** `onHeard` gets every strip's next 20 ms as the microphone gave them, open or closed. */
  constructor(onFault: (error: unknown) => void, onHeard: (stripId: StripId, block: Float32Array) => void) {
    this.#onFault = onFault;
    this.#onHeard = onHeard;
  }

  /** Adds a strip, in place of one with the same id. */
  open(stripId: StripId, start: StripStart): void {
    this.close(stripId);
    const onDenoised = (ms: number) => (this.denoisingMs += ms);
    const onHeard = (block: Float32Array) => {
      this.#onHeard(stripId, block);
    };
    this.#strips.set(stripId, new Strip(start, { onDenoised, onHeard }));
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
    strip.set({ isOpen: false, isCued: false });
    this.#leaving.add(strip);
    this.#concealedByGone += strip.stats().concealed;
  }

  /** Adds every strip's next 20 ms to the bus, and to the cue bus what the desk listens to. */
  mixInto(bus: Float32Array, cue: Float32Array, tickMs: number): void {
    this.#heard = [...this.#strips].filter(([, strip]) => this.#render(strip, cue, tickMs));
    const leaving = [...this.#leaving].filter((strip) => this.#render(strip, cue, tickMs));
    const heard = [...this.#heard.map(([, strip]) => strip), ...leaving];
    this.#share(heard);
    for (const strip of heard) strip.mixInto(bus);
    this.isSpeaking = heard.some(({ isTalking }) => isTalking);
    for (const strip of this.#leaving) strip.close();
    this.#leaving.clear();
  }

  // One room has one noise floor; another one, and its voices, are none of its business.
  #share(heard: readonly Strip[]): void {
    if (this.sharesGain)
      for (const room of Map.groupBy(heard, ({ table }) => table).values())
        shareGain(room.map(({ sharing }) => sharing));
    else for (const { sharing } of heard) unshareGain(sharing);
  }

  /** Whether the cue bus has anybody. */
  get isAnyCued(): boolean {
    return [...this.#strips.values()].some(({ isCued }) => isCued);
  }

  /** Each strip that is there, heard or not. */
  forEach(visit: (stripId: StripId, strip: Strip) => void): void {
    for (const [stripId, strip] of this.#strips) visit(stripId, strip);
  }

  /** How those that were heard in the last block were ridden in it. */
  ridden(): Map<StripId, readonly number[]> {
    return new Map(this.#heard.map(([stripId, { ridden }]) => [stripId, ridden]));
  }

  /** Concealed blocks of all strips, gone ones too. */
  get concealed(): number {
    return [...this.#strips.values()].reduce((sum, strip) => sum + strip.stats().concealed, this.#concealedByGone);
  }

  /** Level of every strip since the last look. */
  takeLevels(): Record<StripId, StripLevel> {
    return this.#byId((strip) => strip.takeLevel());
  }

  /** Counts of every strip. */
  stats(): Record<StripId, StripStats> {
    return this.#byId((strip) => strip.stats());
  }

  #render(strip: Strip, cue: Float32Array, tickMs: number): boolean {
    try {
      return strip.render(tickMs, cue);
    } catch (error) {
      strip.restart();
      this.#onFault(error);
      return false;
    }
  }

  #byId<Value>(value: (strip: Strip) => Value): Record<StripId, Value> {
    return Object.fromEntries([...this.#strips].map(([stripId, strip]) => [stripId, value(strip)]));
  }
}
