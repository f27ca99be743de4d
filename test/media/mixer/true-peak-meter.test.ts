import { expect, test } from "vitest";
import { TruePeakMeter } from "../../../media/mixer/true-peak-meter.ts";

function truePeakOf(sampleAt: (frame: number) => number, frames = 48_000): number {
  const meter = new TruePeakMeter();
  for (let from = 0; from < frames; from += 960) {
    meter.measure(Float32Array.from({ length: 1_920 }, (_, index) => sampleAt(from + (index >> 1))));
  }
  return meter.truePeakDbtp;
}

const sine = (share: number, degrees: number, peak: number) => (frame: number) =>
  peak * Math.sin(2 * Math.PI * frame * share + (degrees * Math.PI) / 180);

// EBU Tech 3341, cases 15 to 19: sines whose samples miss their own peaks; tolerance +0.2, −0.4 dB.
test.each([
  [15, 1 / 4, 0, 0.5, -6],
  [16, 1 / 4, 45, 0.5, -6],
  [17, 1 / 6, 60, 0.5, -6],
  [18, 1 / 8, 67.5, 0.5, -6],
  [19, 1 / 4, 45, 1.41, 3],
])("Tech 3341 case %i: the true peak of a sine at %f of the rate, from %f°, peak %f, is %f dBTP", (...row) => {
  const [, share, degrees, peak, dbtp] = row;
  // A sine that began at once would overshoot: it is faded in and out over half a second.
  const fade = (frame: number) => Math.sin((Math.PI * frame) / 48_000) ** 0.25;
  const truePeak = truePeakOf((frame) => fade(frame) * sine(share, degrees, peak)(frame));
  expect(truePeak).toBeLessThanOrEqual(dbtp + 0.2);
  expect(truePeak).toBeGreaterThanOrEqual(dbtp - 0.4);
});

// Cases 20 to 23: made at four times the rate, low-passed, and every fourth sample taken from each of the four offsets.
test.each([
  [20, 0],
  [21, 1],
  [22, 2],
  [23, 3],
])("Tech 3341 case %i: a peak between the samples is found from offset %i", (_, offset) => {
  const truePeak = truePeakOf((frame) => filteredAt(4 * frame + offset), 3_840);
  expect(truePeak).toBeLessThanOrEqual(0.2);
  expect(truePeak).toBeGreaterThanOrEqual(-0.4);
});

// At 192 kHz: a sine of 8 kHz and peak 0.5 with one period of 12 kHz and peak 1 in it.
function sourceAt(sample: number): number {
  const inside = sample - 7_200;
  if (inside >= 0 && inside < 16) return Math.sin((2 * Math.PI * inside) / 16);
  return 0.5 * Math.sin((2 * Math.PI * inside) / 24);
}

function filteredAt(sample: number): number {
  let sum = 0;
  for (let tap = -160; tap <= 160; tap++) sum += sourceAt(sample - tap) * lowPass(tap);
  return sum;
}

// Windowed sinc: everything below 22 kHz passes.
function lowPass(tap: number): number {
  const cut = 22_000 / 192_000;
  const window = 0.42 + 0.5 * Math.cos((Math.PI * tap) / 160) + 0.08 * Math.cos((2 * Math.PI * tap) / 160);
  return window * (tap === 0 ? 2 * cut : Math.sin(2 * Math.PI * cut * tap) / (Math.PI * tap));
}

test("digital silence has a true peak of −100 dBTP", () => {
  expect(truePeakOf(() => 0)).toBe(-100);
});
