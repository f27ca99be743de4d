import type { StripId } from "../../schemas/ids.ts";
import type { StripLevel } from "../../schemas/studio.ts";
import { forgetShare, shareGain, unshareGain } from "./gain-sharing.ts";
import type { StripStart, StripStats } from "./mixer.ts";
import type { Ridden } from "./ride-log.ts";
import { Strip } from "./strip.ts";

type Seated = readonly [StripId, Strip];

/** All strips of one studio. A strip that throws is silent for that block and begins anew; the others do not notice. */
export class StripBank {
  readonly #onFault: (error: unknown) => void;
  readonly #onHeard: (stripId: StripId, block: Float32Array) => void;
  readonly #strips = new Map<StripId, Strip>();
  // The same strips, laid out once for all ticks until one comes or goes.
  #seated: readonly Seated[] = [];
  #leaving: Seated[] = [];
  #heard: readonly Seated[] = [];
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
    this.#seated = [...this.#strips];
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
    this.#seated = [...this.#strips];
    strip.set({ isOpen: false, isCued: false });
    this.#leaving.push([stripId, strip]);
    this.#concealedByGone += strip.stats().concealed;
  }

  /** Adds every strip's next 20 ms to the bus, and to the cue bus what the desk listens to. */
  mixInto(bus: Float32Array, cue: Float32Array, tickMs: number): void {
    const isHeard = ([, strip]: Seated) => this.#render(strip, cue, tickMs);
    this.#heard = this.#seated.filter(isHeard);
    const sounding = this.#leaving.length === 0 ? this.#heard : [...this.#heard, ...this.#leaving.filter(isHeard)];
    this.#share(sounding);
    this.isSpeaking = false;
    for (const [, strip] of sounding) {
      strip.mixInto(bus);
      this.isSpeaking ||= strip.isTalking;
    }
    if (this.#leaving.length > 0) this.#dismiss();
  }

  #dismiss(): void {
    for (const [, strip] of this.#leaving) strip.close();
    this.#leaving = [];
  }

  // One room has one noise floor; another one, and its voices, are none of its business.
  #share(sounding: readonly Seated[]): void {
    if (this.sharesGain)
      for (const room of Map.groupBy(sounding, ([, { table }]) => table).values())
        shareGain(room.map(([, { sharing }]) => sharing));
    else for (const [, { sharing }] of sounding) unshareGain(sharing);
  }

  /** Whether the cue bus has anybody. */
  get isAnyCued(): boolean {
    return this.#seated.some(([, { isCued }]) => isCued);
  }

  /** Each strip that is there, heard or not. */
  forEach(visit: (stripId: StripId, strip: Strip) => void): void {
    for (const [stripId, strip] of this.#seated) visit(stripId, strip);
  }

  /** Those that were heard in the last block, with how they were ridden in it; good until the next one. */
  get heard(): readonly (readonly [StripId, Ridden])[] {
    return this.#heard;
  }

  /** Concealed blocks of all strips, gone ones too. */
  get concealed(): number {
    return this.#seated.reduce((sum, [, strip]) => sum + strip.stats().concealed, this.#concealedByGone);
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
      const isSounding = strip.render(tickMs, cue);
      if (!isSounding) forgetShare(strip.sharing.share);
      return isSounding;
    } catch (error) {
      strip.restart();
      this.#onFault(error);
      return false;
    }
  }

  #byId<Value>(value: (strip: Strip) => Value): Record<StripId, Value> {
    return Object.fromEntries(this.#seated.map(([stripId, strip]) => [stripId, value(strip)]));
  }
}
