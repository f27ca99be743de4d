import type { ClassShow } from "../api/api.ts";

const soonest = ({ show }: ClassShow) =>
  show.scheduledAt === null ? Number.POSITIVE_INFINITY : Date.parse(show.scheduledAt);

/** The shows that can still be walked into: a live one alone, else the planned ones, soonest first, of a weekly slot the next only. */
export function openShows(shows: readonly ClassShow[]): ClassShow[] {
  const live = shows.filter(({ show }) => show.state === "live");
  if (live.length > 0) return live;
  const planned = shows
    .filter(({ show }) => show.state === "planned")
    .toSorted((one, other) => soonest(one) - soonest(other));
  const slots = new Set<string>();
  return planned.filter(({ show: { slotId } }) => {
    if (slotId === null) return true;
    const isNext = !slots.has(slotId);
    slots.add(slotId);
    return isNext;
  });
}
