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

// Long enough to have met a quick one, short enough to follow a tablet whose clock drifts: 100 ppm are 30 ms.
const remembersMs = 300_000;

type Sample = { readonly at: number; readonly value: number };

/** A clock that follows the server's within half the asymmetry of the quickest round trip. `localNow` must be monotonic. */
export function makeServerClock(
  localNow: () => number = () => performance.timeOrigin + performance.now(),
): ServerClock {
  let leads: readonly Sample[] = [];
  let trips: readonly Sample[] = [];
  const keep = (samples: readonly Sample[], value: number): readonly Sample[] => {
    const at = localNow();
    return [...samples.filter((sample) => at - sample.at < remembersMs), { at, value }];
  };
  const offset = () => {
    if (leads.length === 0) return 0;
    const wayHere = trips.length === 0 ? 0 : Math.min(...trips.map(({ value }) => value)) / 2;
    return Math.max(...leads.map(({ value }) => value)) + wayHere;
  };
  return {
    now: () => localNow() + offset(),
    heard: (sentAt) => {
      leads = keep(leads, Date.parse(sentAt) - localNow());
    },
    measuredRoundTrip: (milliseconds) => {
      trips = keep(trips, milliseconds);
    },
  };
}
