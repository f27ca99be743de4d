import type { Interruption, StudioSnapshot } from "../../schemas/studio.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";

/** What the desk has to be told of the recording while the show goes on. */
export class DeskWarnings {
  readonly #clock: StudioClock;
  readonly #changed: () => void;
  #isDiskLow = false;
  #interruption: Interruption | null = null;

  constructor({ clock, changed }: { clock: StudioClock; changed: () => void }) {
    this.#clock = clock;
    this.#changed = changed;
  }

  /** As the snapshot has it. */
  get state(): Pick<StudioSnapshot, "isDiskLow" | "interruption"> {
    return { isDiskLow: this.#isDiskLow, interruption: this.#interruption };
  }

  /** What the recording tells. */
  readonly listeners = {
    onDiskLow: () => {
      this.#isDiskLow = true;
      this.#changed();
    },
    onInterrupted: (missingSeconds: number) => {
      this.#interruption = { at: toInstant(this.#clock.now()), missingSeconds };
      this.#changed();
    },
  };
}
