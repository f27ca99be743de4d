import type { ClassShow } from "../api/api.ts";

const instant = ({ show }: ClassShow, missing: number) =>
  show.scheduledAt === null ? missing : Date.parse(show.scheduledAt);

/** Shows by where they stand: live ones, those to come (soonest first, without a time last), ended ones (latest first). */
export function sortShows(shows: readonly ClassShow[]) {
  const inState = (state: ClassShow["show"]["state"]) => shows.filter(({ show }) => show.state === state);
  return {
    liveShows: inState("live"),
    nextShows: inState("planned").sort(
      (one, other) => instant(one, Infinity) - instant(other, Infinity) || byBirth(one, other),
    ),
    // Ids sort by birth, and a show without a time is dated by it.
    endedShows: inState("ended").sort((one, other) => byBirth(other, one)),
  };
}

const byBirth = (one: ClassShow, other: ClassShow) => (one.show.id < other.show.id ? -1 : 1);
