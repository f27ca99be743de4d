import type { StripId } from "../../schemas/ids.ts";
import type { Mixer } from "../../media/mixer/mixer.ts";
import { isInProgramme, isRecorded } from "./hearing.ts";
import type { Voice } from "./open-voice.ts";
import type { Peer } from "./peer.ts";
import type { StripRack } from "./strip-rack.ts";

/** What the paths stand on. */
type Parts = {
  mixer: Mixer;
  strips: StripRack;
  peers(): Iterable<Peer>;
  record(voice: Voice, isRecorded: boolean): Promise<void>;
  /** Opens and shuts what participants hear of each other. */
  tune(): void;
  onBug(error: unknown): void;
};

/**
 * Opens and shuts every voice's ways as the studio's state says: into the programme, onto the recording, to the others. Followed after every
 * change, so that no state can be forgotten on one of the ways.
 */
export class Paths {
  readonly #parts: Parts;
  readonly #inProgramme = new Map<StripId, boolean>();
  readonly #onTape = new WeakMap<Voice, boolean>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes the state as it is now. */
  follow() {
    const { mixer, strips, peers, tune } = this.#parts;
    for (const strip of strips.list()) {
      const isIn = isInProgramme(strip);
      if ((this.#inProgramme.get(strip.id) ?? false) !== isIn) mixer.setStrip(strip.id, { isOpen: isIn });
      this.#inProgramme.set(strip.id, isIn);
    }
    for (const { media, strip } of peers()) {
      if (media.voice !== undefined) this.#record(media.voice, isRecorded(strip));
    }
    tune();
  }

  #record(voice: Voice, isOnTape: boolean) {
    if (this.#onTape.get(voice) === isOnTape) return;
    this.#onTape.set(voice, isOnTape);
    this.#parts.record(voice, isOnTape).catch(this.#parts.onBug);
  }
}
