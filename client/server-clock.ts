/**
 * The server's clock, guessed from the instants it writes into its snapshots. A snapshot that says T and arrives at
 * local time L proves that the server's clock was at least T at L; the best of the last ones lacks only the way here,
 * which is half of the shortest round trip seen.
 */
export type ServerClock = {
  /** Milliseconds since the epoch, on the server's clock; the page's own clock until the first snapshot. */
  now(): number;
  /** An instant that the server wrote, at the moment it arrives. */
  heard(sentAt: string): void;
  /** How long a request took from asking to answer. */
  measuredRoundTrip(milliseconds: number): void;
};

// Enough to find a quick one, few enough to follow a tablet whose clock drifts.
const remembered = 40;

/** A clock that follows the server's within half the asymmetry of the quickest round trip. `localNow` must be monotonic. */
export function makeServerClock(
  localNow: () => number = () => performance.timeOrigin + performance.now(),
): ServerClock {
  const leads: number[] = [];
  const trips: number[] = [];
  const keep = (values: number[], value: number) => {
    values.push(value);
    if (values.length > remembered) values.shift();
  };
  const offset = () =>
    leads.length === 0 ? 0 : Math.max(...leads) + (trips.length === 0 ? 0 : Math.min(...trips) / 2);
  return {
    now: () => localNow() + offset(),
    heard: (sentAt) => {
      keep(leads, Date.parse(sentAt) - localNow());
    },
    measuredRoundTrip: (milliseconds) => {
      keep(trips, milliseconds);
    },
  };
}
