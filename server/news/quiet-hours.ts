import type { QuietHours } from "../../schemas/news.ts";

const minuteMs = 60_000;
const parisClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const minutesIn = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function isQuiet(at: number, { from, until, sundays }: QuietHours): boolean {
  const parts = Object.fromEntries(parisClock.formatToParts(at).map(({ type, value }) => [type, value]));
  if (sundays && parts.weekday === "Sun") return true;
  const minute = minutesIn(`${parts.hour}:${parts.minute}`);
  const [begin, end] = [minutesIn(from), minutesIn(until)];
  return begin <= end ? minute >= begin && minute < end : minute >= begin || minute < end;
}

/** The first minute from an instant on at which somebody may be disturbed, in epoch milliseconds: at once, unless it is quiet. */
export function firstLoudMinute(at: number, quiet: QuietHours): number {
  if (!isQuiet(at, quiet)) return at;
  let minute = Math.ceil(at / minuteMs) * minuteMs;
  // Two days are more than any quiet hours with a Sunday among them; who is never to be disturbed is not.
  for (const last = at + 2 * 86_400_000; minute < last && isQuiet(minute, quiet); minute += minuteMs);
  return minute;
}

/** {@link firstLoudMinute} from one instant on for many people, most of whom want the same hours: each is looked for once. */
export function loudMinutes(at: number): (quiet: QuietHours) => number {
  const known = new Map<string, number>();
  return (quiet) => {
    const key = `${quiet.from} ${quiet.until} ${quiet.sundays}`;
    const minute = known.get(key) ?? firstLoudMinute(at, quiet);
    known.set(key, minute);
    return minute;
  };
}
