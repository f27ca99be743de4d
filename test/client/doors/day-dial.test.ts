import { expect, test } from "vitest";
import { dialOf, placeEvents, type DialEvent } from "../../../client/doors/day-dial.ts";

const midnight = Date.UTC(2026, 10, 17);
const at = (hour: number) => midnight + hour * 3_600_000;
const event = (kind: DialEvent["kind"], hour: number, slug = `${kind}-${hour}`): DialEvent => ({
  slug,
  kind,
  at: at(hour),
});

test("the dial shows the school day from 8 to 18", () => {
  const dial = dialOf([event("next", 16)], at(14.2), midnight);
  expect([dial.from, dial.to]).toEqual([8, 18]);
  expect(dial.percentOf(at(13))).toBe(50);
});

test("the dial widens for an evening show and for an early needle", () => {
  const dial = dialOf([event("next", 20.5)], at(6.5), midnight);
  expect([dial.from, dial.to]).toEqual([6, 21]);
});

test("shows at the same hour stand above each other", () => {
  const dial = dialOf([], at(12), midnight);
  const placed = placeEvents([event("past", 10, "a"), event("past", 10.25, "b"), event("past", 10.5, "c")], dial);
  expect(placed.map(({ row }) => row)).toEqual([0, 1, 2]);
});

test("shows far from each other share a row", () => {
  const dial = dialOf([], at(12), midnight);
  const placed = placeEvents([event("past", 9), event("next", 16)], dial);
  expect(placed.map(({ row }) => row)).toEqual([0, 0]);
  expect(placed.map(({ isAnchoredRight }) => isAnchoredRight)).toEqual([false, true]);
});

test("a live show always has a place, whoever finds none", () => {
  const dial = dialOf([], at(12), midnight);
  const crowd = Array.from({ length: 6 }, (_, index) => event("past", 11.5 + index / 20, `past-${index}`));
  const placed = placeEvents([...crowd, event("live", 12)], dial);
  expect(placed[0]?.event.kind).toBe("live");
  expect(Math.max(...placed.map(({ row }) => row))).toBeLessThan(3);
});
