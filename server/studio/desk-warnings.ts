import { usualDiskLimits } from "../../media/recorder/watch-disk.ts";
import type { Interruption, StudioSnapshot } from "../../schemas/studio.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";

/** The recorder looks every three seconds, and says nothing when there is room. */
const diskLowLastsMs = 10_000;

/** What the desk has to be told of the recording while the show goes on. When the disk is as good as full, the show ends, so that what was recorded can be kept. */
export class DeskWarnings {
  readonly #clock: StudioClock;
  readonly #changed: () => void;
  readonly #end: () => void;
  #isDiskLow = false;
  #callOff: () => void = () => undefined;
  #interruption: Interruption | null = null;

  constructor({ clock, changed, end }: { clock: StudioClock; changed: () => void; end: () => void }) {
    this.#clock = clock;
    this.#end = end;
    this.#changed = changed;
  }

  /** As the snapshot has it. */
  get state(): Pick<StudioSnapshot, "isDiskLow" | "interruption"> {
    return { isDiskLow: this.#isDiskLow, interruption: this.#interruption };
  }

  #setDiskLow(isDiskLow: boolean) {
    if (this.#isDiskLow === isDiskLow) return;
    this.#isDiskLow = isDiskLow;
    this.#changed();
  }

  /** Nothing is told any more. */
  [Symbol.dispose]() {
    this.#callOff();
  }

  /** What the recording tells. */
  readonly listeners = {
    onDiskLow: (freeBytes: number) => {
      this.#callOff();
      this.#callOff = this.#clock.after(diskLowLastsMs, () => this.#setDiskLow(false));
      this.#setDiskLow(true);
      if (freeBytes < usualDiskLimits.refuseBelowBytes) this.#end();
    },
    onInterrupted: (missingSeconds: number) => {
      this.#interruption = { at: toInstant(this.#clock.now()), missingSeconds };
      this.#changed();
    },
  };
}
