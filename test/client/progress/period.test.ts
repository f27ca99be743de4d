import { expect, test } from "vitest";
import { sinceOf, usualPeriod } from "../../../client/progress/period.ts";

const at = (day: string) => Date.parse(`${day}T10:00:00+01:00`);

test.each([
  ["2026-12-01", "month", "2026-11-01"],
  ["2026-12-30", "month", "2026-11-30"],
  ["2027-01-04", "term", "2026-12-01"],
  ["2026-11-30", "term", "2026-09-01"],
  ["2026-09-02", "month", "2026-08-03"],
  ["2027-06-15", "term", "2027-03-01"],
])(
  "on %s progress opens with the %s, since %s: a term that has just begun has nothing to show",
  (day, period, since) => {
    const usual = usualPeriod(at(day));
    expect([usual, sinceOf(usual, at(day))]).toEqual([period, since]);
  },
);

test("a period begins with the school's day, not with that of Greenwich", () => {
  expect(sinceOf("term", Date.parse("2026-11-30T23:30:00Z"))).toBe("2026-12-01");
});
