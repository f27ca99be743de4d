import { isDeepStrictEqual } from "node:util";
import type { Bleed, Table } from "../../schemas/floor.ts";
import type { StripId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import type { StripRack } from "./strip-rack.ts";

/** What the tables stand on. */
export type TablesParts = {
  strips: StripRack;
  changed(): void;
  /** Switches the automix on: several microphones of one room sound like one. */
  shareGain(): void;
  /** Tells the mixer in which room a microphone stands. */
  seat(stripId: StripId, table: Table | null): void;
};

/** Which devices stand in one room, as their owners or the desk say. */
export class Tables {
  readonly #strips: StripRack;
  readonly #changed: () => void;
  readonly #parts: Pick<TablesParts, "shareGain" | "seat">;
  #heard: readonly Bleed[] = [];
  readonly #decided = new WeakSet<Strip>();

  constructor({ strips, changed, ...parts }: TablesParts) {
    this.#strips = strips;
    this.#changed = changed;
    this.#parts = parts;
  }

  /** The desk puts strips at one table, or at none; from then on it is the desk that says where they stand. */
  share(stripIds: readonly StripId[], table: Table | null) {
    const strips = stripIds.map((id) => this.#strips.require(id));
    for (const strip of strips) this.#decided.add(strip);
    this.#seat(strips, table);
  }

  /** A device comes in by the code that hangs at a table. */
  sit(strip: Strip, table: Table) {
    if (this.#decided.has(strip)) return;
    if (strip.table === table) return;
    this.#seat([strip], table);
  }

  #seat(strips: readonly Strip[], table: Table | null) {
    for (const strip of strips) {
      strip.table = table;
      this.#parts.seat(strip.id, table);
    }
    this.#meet(table);
    this.#changed();
  }

  // The first two at a table: from the third on, the desk may have switched the automix off again.
  #meet(table: Table | null) {
    const together = this.#strips.list().filter((strip) => table !== null && strip.table === table);
    if (together.length === 2) this.#parts.shareGain();
  }

  /** The mixer compared the microphones again. */
  hear(bleeds: readonly Bleed[]) {
    if (isDeepStrictEqual(bleeds, this.#heard)) return;
    this.#heard = bleeds;
    this.#changed();
  }

  /** Devices that hear each other and are not marked as of one room: two at one table do not matter. */
  bleeds(): Bleed[] {
    const tableOf = (stripId: StripId) => this.#strips.list().find(({ id }) => id === stripId)?.table ?? null;
    return this.#heard.filter(({ stripIds: [one, other] }) => {
      const table = tableOf(one);
      return table === null || table !== tableOf(other);
    });
  }
}
