import type { Bleed, Table } from "../../schemas/floor.ts";
import type { StripId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import type { StripRack } from "./strip-rack.ts";

/** Which devices stand in one room, as their owners or the desk say. */
export class Tables {
  readonly #strips: StripRack;
  readonly #changed: () => void;

  constructor(strips: StripRack, changed: () => void) {
    this.#strips = strips;
    this.#changed = changed;
  }

  /** Puts strips at one table, or at none. */
  share(stripIds: readonly StripId[], table: Table | null) {
    const strips = stripIds.map((id) => this.#strips.require(id));
    for (const strip of strips) strip.table = table;
    this.#changed();
  }

  /** A participant says where their device stands. */
  sit(strip: Strip, table: Table | null) {
    this.share([strip.id], table);
  }

  /** Devices that hear each other without being marked. */
  bleeds(): Bleed[] {
    return [];
  }
}
