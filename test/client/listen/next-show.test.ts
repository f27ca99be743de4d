import { expect, test } from "vitest";
import { nearnessOf } from "../../../client/listen/next-show.ts";
import { calendarLinkOf } from "../../../client/ui/feed-links.ts";
import { makeFormats } from "../../../client/i18n/formats.ts";

const at = "2026-11-27T13:10:00.000Z";
const before = (minutes: number) => Date.parse(at) - minutes * 60_000;

test("the next show has a date, then minutes, then it is about to begin, then its hour has passed", () => {
  const said = [300, 61, 60, 10, 1, 0.4, 0, -29, -31].map((minutes) => nearnessOf(at, before(minutes)));
  expect(said).toEqual(["later", "later", "soon", "soon", "soon", "now", "now", "now", undefined]);
});

test("what is left is said in whole minutes, never as nothing", () => {
  const { until } = makeFormats("fr");
  expect(until(at, before(10.2))).toBe("dans 10 minutes");
  expect(until(at, before(0.5))).toBe("dans 1 minute");
  expect(makeFormats("en").until(at, before(10))).toBe("in 10 minutes");
});

test("a calendar application on the device takes the timetable by its own scheme", () => {
  expect(calendarLinkOf("https://radio.ecole.fr", "/feeds/radio-hirondelle")).toBe(
    "webcal://radio.ecole.fr/feeds/radio-hirondelle.ics",
  );
});
