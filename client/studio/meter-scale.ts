import { interpolate } from "./gain-curve.ts";

/** A meter's zones, from below 38 % to above 91 % of its height. */
export type Zone = "quiet" | "good" | "loud" | "tooLoud";

const scale = [
  { from: -72, to: 0 },
  { from: -60, to: 4 },
  { from: -30, to: 38 },
  { from: -16, to: 60 },
  { from: -9, to: 78 },
  { from: 0, to: 96 },
  { from: 3, to: 100 },
];

/** How high a level in dBFS stands on a meter, in percent; the speaking range takes most of the height. */
export const heightOf = (dbfs: number): number => interpolate(scale, dbfs);

/** The zone that a level in dBFS falls into. */
export function zoneOf(dbfs: number): Zone {
  const height = heightOf(dbfs);
  if (height < 38) return "quiet";
  if (height < 78) return "good";
  return height < 91 ? "loud" : "tooLoud";
}

/** What a meter shows at an instant: the bar, and the line that stays at the highest peak. */
export type Needle = { readonly dbfs: number; readonly peakDbfs: number; readonly peakAt: number };

/** A meter that shows nothing. */
export const restingNeedle: Needle = { dbfs: -100, peakDbfs: -100, peakAt: 0 };

// IEC 60268-18 lets a peak meter fall 20 dB in 1.7 s; a little faster reads better at arm's length.
const fallDbPerSecond = 20;
const holdSeconds = 1.5;

/** The needle `seconds` later: it jumps up with the sound, falls slowly, and holds its peak for 1.5 s. */
export function moveNeedle(needle: Needle, measuredDbfs: number, now: number, seconds: number): Needle {
  const dbfs = Math.max(measuredDbfs, needle.dbfs - fallDbPerSecond * seconds, -100);
  if (dbfs >= needle.peakDbfs) return { dbfs, peakDbfs: dbfs, peakAt: now };
  if (now - needle.peakAt <= holdSeconds) return { ...needle, dbfs };
  return { dbfs, peakDbfs: Math.max(dbfs, needle.peakDbfs - fallDbPerSecond * seconds), peakAt: needle.peakAt };
}
