import type { Bleed, Table } from "../../schemas/floor.ts";
import type { StripId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import type { StripRack } from "./strip-rack.ts";

/** Which devices stand in one room, as their owners or the desk say. */
export class Tables {
  readonly #strips: StripRack;
  readonly #changed: () => void;
  readonly #decided = new WeakSet<Strip>();

  constructor(strips: StripRack, changed: () => void) {
    this.#strips = strips;
    this.#changed = changed;
  }

  /** The desk puts strips at one table, or at none; from then on it is the desk that says where they stand. */
  share(stripIds: readonly StripId[], table: Table | null) {
    const strips = stripIds.map((id) => this.#strips.require(id));
    for (const strip of strips) {
      strip.table = table;
      this.#decided.add(strip);
    }
    this.#changed();
  }

  /** A device comes in by the code that hangs at a table. */
  sit(strip: Strip, table: Table) {
    if (this.#decided.has(strip)) return;
    strip.table = table;
    this.#changed();
  }

  /** Devices that hear each other without being marked. */
  bleeds(): Bleed[] {
    return [];
  }
}
