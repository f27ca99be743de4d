/** Something on the day's dial; `at` is an instant in epoch milliseconds. */
export type DialEvent = { slug: string; kind: "past" | "live" | "next"; at: number };

/** An event with its place: `x` in percent of the dial, anchored at its right edge past the middle, and its row. */
export type PlacedEvent<E extends DialEvent> = { event: E; x: number; isAnchoredRight: boolean; row: number };

/** The hours that a dial shows, `from` included, and where an instant stands between them, in percent. */
export type Dial = { from: number; to: number; percentOf: (instant: number) => number };

const hourMs = 3_600_000;
const usual = { from: 8, to: 18 };
// A card takes about this share of the dial; a live one is wider.
const widthOf = { past: 19, live: 30, next: 19 };
const mostRows = 3;

const hourOf = (instant: number, midnight: number) => (instant - midnight) / hourMs;

/** The school day from 8 to 18, widened to hold now and every event of the day that begins at `midnight`. */
export function dialOf(events: readonly DialEvent[], now: number, midnight: number): Dial {
  const hours = [now, ...events.map((event) => event.at)].map((instant) => hourOf(instant, midnight));
  const from = Math.max(0, Math.min(usual.from, ...hours.map((hour) => Math.floor(hour))));
  const to = Math.min(24, Math.max(usual.to, ...hours.map((hour) => Math.ceil(hour))));
  return { from, to, percentOf: (instant) => ((hourOf(instant, midnight) - from) / (to - from)) * 100 };
}

/** Puts events on rows so that no card covers another; what finds no room in three rows is left out. */
export function placeEvents<E extends DialEvent>(events: readonly E[], dial: Dial): PlacedEvent<E>[] {
  const ends: number[][] = [];
  const placed: PlacedEvent<E>[] = [];
  for (const event of events.toSorted((one, other) => rank(one) - rank(other) || one.at - other.at)) {
    const x = Math.min(100, Math.max(0, dial.percentOf(event.at)));
    const isAnchoredRight = x > 50;
    const [left, right] = isAnchoredRight ? [x - widthOf[event.kind], x] : [x, x + widthOf[event.kind]];
    const row = ends.findIndex((taken) => isFree(taken, left, right));
    const chosen = row === -1 ? ends.length : row;
    if (chosen >= mostRows) continue;
    ends[chosen] = [...(ends[chosen] ?? []), left, right];
    placed.push({ event, x, isAnchoredRight, row: chosen });
  }
  return placed;
}

// Live first, so that it always has a place.
const rank = (event: DialEvent) => (event.kind === "live" ? 0 : 1);

function isFree(taken: readonly number[], left: number, right: number): boolean {
  for (let edge = 0; edge < taken.length; edge += 2) {
    if (left < taken[edge + 1]! + 2 && right > taken[edge]! - 2) return false;
  }
  return true;
}
