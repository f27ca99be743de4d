import type { NewSlot } from "../../schemas/shows.ts";

const weekMs = 7 * 86_400_000;

/** Reads the wall clock of a time zone at an instant, as if it were UTC. */
function wallClockOf(timeZone: string): (instant: number) => number {
  const numeric = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const format = new Intl.DateTimeFormat("en", { timeZone, hourCycle: "h23", second: "2-digit", ...numeric });
  return (instant) => {
    const parts = format.formatToParts(instant).map(({ type, value }) => [type, Number(value)] as const);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = Object.fromEntries<number>(parts);
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}

/** Where instants of a slot go when one of them moves: the others move as far, by the zone's wall clock. */
export function movedInstants(from: number, to: number, timeZone: string): (instant: number) => number {
  const wallClock = wallClockOf(timeZone);
  const moved = wallClock(to) - wallClock(from);
  return (instant) => {
    const wanted = instant + to - from;
    return wanted - (wallClock(wanted) - (wallClock(instant) + moved));
  };
}

/** Instants of a weekly slot in epoch milliseconds, from the first to the last day, at the same hour of the zone's wall clock. */
export function weeklyInstants({ firstAt, lastDay, timeZone }: Pick<NewSlot, "firstAt" | "lastDay" | "timeZone">) {
  const wallClock = wallClockOf(timeZone);
  const first = Date.parse(firstAt);
  // Whole seconds: the wall clock shows no finer ones.
  const start = wallClock(first);
  const instants: number[] = [];
  for (let week = 0; start + week * weekMs < Date.parse(lastDay) + 86_400_000; week += 1) {
    const wanted = first + week * weekMs;
    const shift = wallClock(wanted) - (start + week * weekMs);
    instants.push(wanted - shift);
  }
  return instants;
}
