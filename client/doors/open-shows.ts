import type { ClassShow } from "../api.ts";

const soonest = ({ show }: ClassShow) =>
  show.scheduledAt === null ? Number.POSITIVE_INFINITY : Date.parse(show.scheduledAt);

/** The shows that can still be walked into: a live one alone, else the planned ones, soonest first. */
export function openShows(shows: readonly ClassShow[]): ClassShow[] {
  const live = shows.filter(({ show }) => show.state === "live");
  if (live.length > 0) return live;
  return shows.filter(({ show }) => show.state === "planned").sort((one, other) => soonest(one) - soonest(other));
}
