import type { StripId } from "../../schemas/ids.ts";
import { firstDeskSound, type DeskSound as Settings, type Ducking, type Processing } from "../../schemas/sound.ts";
import type { Strip } from "../../schemas/studio.ts";
import type { Mixer } from "../../media/mixer/mixer.ts";
import type { StripRack } from "./strip-rack.ts";

/** What the desk may set at a strip; what is left out stays. */
export type StripChange = Partial<Pick<Strip, "gainDb" | "isOpen" | "pan" | "weightDb">> & {
  processing?: Partial<Processing>;
};

/** What the desk's sound stands on. */
type Parts = { mixer: Mixer; strips: StripRack; changed: () => void };

/** Everything that the desk does to the voices: faders, processing, cue, automix, ducking. The mixer hears of it at once. */
export class DeskSound {
  readonly #parts: Parts;
  readonly #trimmed = new Set<StripId>();
  #settings: Settings = firstDeskSound;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.mixer.setSound(this.#settings);
  }

  /** For the snapshot, and for another mixer in place of this one. */
  get settings(): Settings {
    return this.#settings;
  }

  /** Moves a fader, opens or closes a microphone (the paths follow), sets what is done to a voice. */
  setStrip(stripId: StripId, { processing, isOpen, ...change }: StripChange) {
    const strip = this.#parts.strips.require(stripId);
    if (processing?.trimDb !== undefined) this.#trimmed.add(stripId);
    this.#parts.mixer.setStrip(stripId, { ...change, ...(processing && { processing }) });
    Object.assign(
      strip,
      change,
      isOpen !== undefined && { isOpen },
      processing && { processing: { ...strip.processing, ...processing } },
    );
    this.#parts.changed();
  }

  /** A pupil's sound check found the voice too soft or too loud; once the desk has trimmed it, the desk knows better. */
  suggestTrim(stripId: StripId, trimDb: number) {
    if (this.#trimmed.has(stripId)) return;
    this.setStrip(stripId, { processing: { trimDb } });
    this.#trimmed.delete(stripId);
  }

  /** *Écouter*: lets the desk hear a strip, open or closed; nobody else does. */
  cue(stripId: StripId, isCued: boolean) {
    this.#parts.strips.require(stripId).isCued = isCued;
    this.#parts.mixer.setStrip(stripId, { isCued });
    this.#parts.changed();
  }

  /** Lets the open microphones share one gain, or not. */
  setAutomix(hasAutomix: boolean) {
    this.#set({ ...this.#settings, hasAutomix });
  }

  /** How music makes room for speech. */
  setDucking(ducking: Ducking) {
    this.#set({ ...this.#settings, ducking });
  }

  #set(settings: Settings) {
    this.#settings = settings;
    this.#parts.mixer.setSound(settings);
    this.#parts.changed();
  }
}
