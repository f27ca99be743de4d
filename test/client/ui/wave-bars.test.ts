import { expect, test } from "vitest";
import { barsOf, isPeaks } from "../../../client/ui/wave-bars.ts";

const peaks = { bits: 8, length: 8, data: [-10, 10, -20, 5, 0, 0, 0, 0, -1, 100, -2, 2, -50, 3, -4, 4] };

test("a bar is as high as the loudest moment of its stretch, the highest fills the picture", () => {
  expect(barsOf(peaks, 4)).toEqual([0.2, 0, 1, 0.5]);
});

test("a wave stretched over more bars than points repeats them", () => {
  expect(barsOf(peaks, 16)).toHaveLength(16);
  expect(Math.max(...barsOf(peaks, 16))).toBe(1);
});

test("a silent episode is a flat line, not a division by nothing", () => {
  expect(barsOf({ bits: 8, length: 2, data: [0, 0, 0, 0] }, 2)).toEqual([0, 0]);
});

test("what is no waveform is not drawn", () => {
  expect(isPeaks(peaks)).toBe(true);
  for (const other of [null, undefined, 3, { error: "request.not_found" }, { bits: 8, length: 2, data: "x" }]) {
    expect(isPeaks(other)).toBe(false);
  }
});
