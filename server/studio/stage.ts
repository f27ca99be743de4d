import type { BarredPupil, Bleed } from "../../schemas/floor.ts";
import { Backstage } from "./backstage.ts";
import { BarList, type BarStore } from "./bar-list.ts";
import { Lending } from "./lending.ts";
import type { StripId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import type { StudioClock } from "./studio-clock.ts";
import { Tables, type TablesParts } from "./tables.ts";
import { Talkback } from "./talkback.ts";

/** What the stage stands on. */
type Parts = TablesParts & {
  clock: StudioClock;
  bars: BarStore;
  isOnAir(): boolean;
  /** This microphone is not to open by itself any more. */
  staysClosed(stripId: StripId): void;
};

/** Who of a studio is where, may do what, and is spoken to: everything between people that is not sound. */
export class Stage {
  readonly backstage: Backstage;
  readonly lending: Lending;
  readonly talkback: Talkback;
  readonly tables: Tables;
  readonly bars: BarList;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    const { strips, changed } = parts;
    this.#parts = parts;
    this.backstage = new Backstage(parts);
    this.lending = new Lending(strips, changed);
    this.talkback = new Talkback(parts);
    this.tables = new Tables(parts);
    this.bars = new BarList(parts.bars);
  }

  /** Closes every microphone at once. */
  muteAll() {
    for (const strip of this.#parts.strips.list()) strip.isOpen = false;
    this.#parts.changed();
  }

  /** Whoever is sent out holds nothing of the desk any more, and their microphone does not open by itself. */
  takeBack(strip: Strip) {
    strip.lent = [];
    this.#parts.staysClosed(strip.id);
  }

  /** What staff see of the stage, and pupils do not. */
  forStaff(): { barred: BarredPupil[]; bleeds: Bleed[] } {
    return { barred: this.bars.list(), bleeds: this.tables.bleeds() };
  }
}
