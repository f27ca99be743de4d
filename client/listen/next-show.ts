/** How a page speaks of the next show: with its date, in minutes, or as about to begin. */
export type Nearness = "later" | "soon" | "now";

const minuteMs = 60_000;
const soonMs = 60 * minuteMs;
/** A class that is late is still announced for as long as this. */
const lateMs = 30 * minuteMs;

/** How near a show is; `undefined` when its hour has passed for good. */
export function nearnessOf(scheduledAt: string, now: number): Nearness | undefined {
  const wait = Date.parse(scheduledAt) - now;
  if (wait > soonMs) return "later";
  if (wait >= minuteMs / 2) return "soon";
  return wait > -lateMs ? "now" : undefined;
}
