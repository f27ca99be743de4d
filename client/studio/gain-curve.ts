// A fader's travel as on a broadcast desk: 5 dB to the eighth near unity, where the hand works; 10 dB below; off at the
// bottom. Each point stands on one of the eight marks beside the fader, unity on the black line at three quarters.
const marks = [
  { db: -60, position: 0 },
  { db: -40, position: 0.125 },
  { db: -30, position: 0.25 },
  { db: -20, position: 0.375 },
  { db: -10, position: 0.5 },
  { db: 0, position: 0.75 },
  { db: 10, position: 1 },
] as const;

/** Gains of a fader; the lowest is off. */
export const lowestGainDb = -60;
export const highestGainDb = 10;

// The black line catches the cap: within this much of unity, unity is meant.
const detentDb = 0.6;

type Point = { readonly from: number; readonly to: number };

/** Follows straight lines from point to point; outside them, the ends hold. */
export function interpolate(points: readonly Point[], value: number): number {
  const next = points.findIndex(({ from }) => from >= value);
  const above = points[next] ?? points.at(-1);
  const below = points[next - 1] ?? points.at(next === -1 ? -1 : 0);
  if (above === undefined || below === undefined) return value;
  if (above === below) return above.to;
  return below.to + ((value - below.from) / (above.from - below.from)) * (above.to - below.to);
}

const toPosition = marks.map(({ db, position }) => ({ from: db, to: position }));
const toGain = marks.map(({ db, position }) => ({ from: position, to: db }));

/** Where the cap stands, 0 at the bottom and 1 at the top, for a gain in dB. */
export const positionOfGain = (gainDb: number): number => interpolate(toPosition, gainDb);

/** The gain in dB at a place of the cap, to a tenth, caught by the detent at unity. */
export function gainAtPosition(position: number): number {
  const gainDb = interpolate(toGain, position);
  return Math.abs(gainDb) < detentDb ? 0 : Math.round(gainDb * 10) / 10;
}

/** The gain within the fader's travel, to a tenth of a decibel. */
export function boundedGain(gainDb: number): number {
  return Math.min(highestGainDb, Math.max(lowestGainDb, Math.round(gainDb * 10) / 10));
}

/** What a key does to a fader: arrows 1 dB (finely 0.1), Page 6 dB, Home off, End top, 0 unity; undefined for any other key. */
export function gainAfterKey(gainDb: number, key: string, isFine = false): number | undefined {
  const steps: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 6, PageDown: -6 };
  const places: Record<string, number> = { Home: lowestGainDb, End: highestGainDb, "0": 0 };
  const step = steps[key];
  if (isFine && step !== undefined) return boundedGain(gainDb + step / 10);
  return step === undefined ? places[key] : boundedGain(Math.round(gainDb) + step);
}
