import { expect, test } from "vitest";
import { sinceOf } from "../../../client/progress/period.ts";

const at = (day: string) => Date.parse(`${day}T10:00:00+01:00`);

test.each([
  ["2026-12-01", { month: "2026-11-01", term: "2026-11-01", year: "2026-09-01" }],
  ["2026-12-30", { month: "2026-11-30", term: "2026-11-30", year: "2026-09-01" }],
  ["2027-01-04", { month: "2026-12-05", term: "2026-12-01", year: "2026-09-01" }],
  ["2026-11-30", { month: "2026-10-31", term: "2026-09-01", year: "2026-09-01" }],
  ["2026-09-02", { month: "2026-08-03", term: "2026-08-03", year: "2026-08-03" }],
  ["2027-06-15", { month: "2027-05-16", term: "2027-03-01", year: "2026-09-01" }],
] as const)(
  "on %s no longer period is shorter than a month: one that has just begun has nothing to show",
  (day, since) => {
    const periods = ["month", "term", "year"] as const;
    expect(Object.fromEntries(periods.map((period) => [period, sinceOf(period, at(day))]))).toEqual(since);
  },
);

test("a period begins with the school's day, not with that of Greenwich", () => {
  expect(sinceOf("month", Date.parse("2026-11-30T23:30:00Z"))).toBe("2026-11-01");
});
