import { dayInParis } from "../../schemas/consent.ts";

/** How far back a page looks. */
export type Period = "month" | "term" | "year";

const dayMs = 86_400_000;
// The first months of a school's terms, and of its year: September, December, March.
const termMonths = ["12", "09", "03"] as const;

/** The first day of a period that `now` lies in: thirty days back, or the beginning of the term or of the school year, if that is earlier. */
export function sinceOf(period: Period, now: number): string {
  const monthAgo = dayInParis(now - 30 * dayMs);
  const begun = period === "month" ? monthAgo : beginningOf(period, now);
  return begun < monthAgo ? begun : monthAgo;
}

function beginningOf(period: "term" | "year", now: number): string {
  const [year, month] = dayInParis(now).split("-") as [string, string];
  const september = `${Number(year) - (month < "09" ? 1 : 0)}-09-01`;
  if (period === "year") return september;
  const begun = termMonths.find((first) => first <= month);
  return begun === undefined ? `${Number(year) - 1}-12-01` : `${year}-${begun}-01`;
}
