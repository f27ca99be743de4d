import { expect, test } from "vitest";
import { DayMarks } from "../../../server/listeners/day-marks.ts";

const who = { line: "198.51.100.7", userAgent: "a program" };

test("who asks for one byte here and one there fills no memory, and is still counted once they listen", () => {
  const marks = new DayMarks("2026-11-17");
  const hear = (from: number, to: number) =>
    marks.hear("an episode", who, { span: [from, to], neededSeconds: 60, at: 1 });
  for (let byte = 0; byte < 1_000; byte++) expect(hear(byte * 0.01, byte * 0.01 + 0.0001)).toBe(false);
  expect(marks.toKept().marks[0]![1].length).toBeLessThanOrEqual(200);
  expect(hear(0, 61)).toBe(true);
  expect(marks.toKept().marks[0]![1]).toEqual([]);
});
