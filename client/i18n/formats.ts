/** Dates, clocks and durations as a language writes them. The fonts have no U+202F, so it becomes U+00A0. */
export type Formats = {
  /** `2:46`, or `1:02:46` from an hour on. */
  clock: (seconds: number) => string;
  /** `8 minutes`, or `45 secondes` under a minute. */
  length: (seconds: number) => string;
  /** `Mardi 17 novembre`; with its year when that is not this one. */
  day: (instant: string) => string;
  /** `17 novembre 2026`, of a day `YYYY-MM-DD`. */
  date: (day: string) => string;
  /** `14:10`. */
  time: (instant: string) => string;
  /** `mardi 17 novembre, 14:10`; with its year when that is not this one. */
  moment: (instant: string) => string;
  /** `il y a 12 minutes`, of an instant. */
  since: (instant: string, now: number) => string;
  /** `dans 10 minutes`, up to an instant that is a minute away or more. */
  until: (instant: string, now: number) => string;
  /** `62 %` of a share of 0 to 1. */
  percent: (share: number) => string;
  /** `1,2 Mo` of a number of bytes. */
  room: (bytes: number) => string;
  /** `−16,3`, with the minus sign of typography. */
  decimal: (value: number) => string;
};

const plain = (text: string) => text.replace(/\u202f/g, "\u00a0");
const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
const two = (value: number) => String(value).padStart(2, "0");

/** `2:46`, or `1:02:46` from an hour on; the same in every language. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Days and hours are those of `timeZone`, this machine's own unless told; this year is that of `now`. */
export function makeFormats(language: string, timeZone?: string, now = Date.now()): Formats {
  // In French the first of a month is said as an ordinal, which Intl does not do.
  const ordinal = ({ type, value }: Intl.DateTimeFormatPart) =>
    language === "fr" && type === "day" && value === "1" ? "1er" : value;
  const unit = (name: string) =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "long", maximumFractionDigits: 0 });
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, options);
    const said = (instant: string) => plain(format.formatToParts(new Date(instant)).map(ordinal).join(""));
    // Ukrainian shortens its word for the year, and the sentence around the date has a full stop of its own.
    return language === "uk" ? (instant: string) => said(instant).replace(/р\.$/, "року") : said;
  };
  const dayAndMonth = { weekday: "long", day: "numeric", month: "long", timeZone } as const;
  const [near, far] = [date(dayAndMonth), date({ ...dayAndMonth, year: "numeric" })];
  const year = date({ year: "numeric", timeZone });
  const thisYear = year(new Date(now).toISOString());
  const day = (instant: string) => (year(instant) === thisYear ? near : far)(instant);
  const time = date({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const length = (seconds: number) =>
    plain(seconds < 60 ? unit("second").format(Math.round(seconds)) : unit("minute").format(Math.round(seconds / 60)));
  const minutesAway = (minutes: number) => plain(new Intl.RelativeTimeFormat(language).format(minutes, "minute"));
  return {
    clock: formatClock,
    length,
    day: (instant) => capital(day(instant)),
    date: date({ dateStyle: "long", timeZone: "UTC" }),
    time,
    moment: (instant) => `${day(instant)}, ${time(instant)}`,
    since: (instant, now) => minutesAway(-Math.max(1, Math.round((now - Date.parse(instant)) / 60_000))),
    until: (instant, now) => minutesAway(Math.max(1, Math.round((Date.parse(instant) - now) / 60_000))),
    percent: (share) => plain(new Intl.NumberFormat(language, { style: "percent" }).format(share)),
    room: (bytes) => {
      const [name, size] = bytes < 1e9 ? ["megabyte", bytes / 1e6] : ["gigabyte", bytes / 1e9];
      const options = { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: 1 } as const;
      return plain(new Intl.NumberFormat(language, options).format(size));
    },
    decimal: (value) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value).replace("-", "\u2212"),
  };
}
