import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundedGain, gainAfterKey, gainAtPosition, positionOfGain } from "../../../client/studio/gain-curve.ts";
import { gainInWords } from "../../../client/studio/gain-words.ts";
import { makeWheelSteps } from "../../../client/studio/wheel-steps.ts";
import { heightOf, moveNeedle, restingNeedle, zoneOf } from "../../../client/studio/meter-scale.ts";

describe("a fader", () => {
  test.for([
    [-60, 0],
    [-40, 0.125],
    [-20, 0.375],
    [-10, 0.5],
    [-5, 0.625],
    [0, 0.75],
    [5, 0.875],
    [10, 1],
  ] as const)("stands for %i dB at %f of its travel, on a mark", ([gainDb, position]) => {
    expect(positionOfGain(gainDb)).toBeCloseTo(position, 9);
    expect(gainAtPosition(position)).toBeCloseTo(gainDb, 9);
  });

  test("comes back to where it was, within a tenth of a decibel or the detent", () => {
    fc.assert(
      fc.property(fc.double({ min: -60, max: 10, noNaN: true }), (gainDb) => {
        const back = gainAtPosition(positionOfGain(gainDb));
        return Math.abs(back - gainDb) <= 0.051 || (back === 0 && Math.abs(gainDb) <= 0.6);
      }),
    );
  });

  test("never leaves its ends, wherever the finger goes", () => {
    expect([gainAtPosition(-3), gainAtPosition(4), boundedGain(99), boundedGain(-99)]).toEqual([-60, 10, 10, -60]);
  });

  test("catches unity", () => {
    expect(gainAtPosition(0.76)).toBe(0);
    expect(gainAtPosition(0.79)).toBeGreaterThan(0);
  });

  test.for([
    ["ArrowUp", -5],
    ["ArrowDown", -7],
    ["PageUp", 0],
    ["PageDown", -12],
    ["Home", -60],
    ["End", 10],
    ["0", 0],
    ["a", undefined],
  ] as const)("moves with %s from −6 dB to %s", ([key, gainDb]) => {
    expect(gainAfterKey(-6, key)).toBe(gainDb);
  });

  test("moves by a tenth of a decibel with Shift, and says so", () => {
    expect([gainAfterKey(-6, "ArrowUp", true), gainAfterKey(-6.1, "ArrowDown", true)]).toEqual([-5.9, -6.2]);
    expect([-6.2, -6, 0, 2.5].map((gainDb) => gainInWords(gainDb, "fr", () => "", "short"))).toEqual([
      "−6,2 dB",
      "−6 dB",
      "0 dB",
      "+2,5 dB",
    ]);
  });

  test("follows a notch of a wheel by one step, and a touchpad's crumbs by as many as they make together", () => {
    const wheel = makeWheelSteps();
    const turn = (deltaY: number, deltaMode = 0) => wheel.turn({ deltaX: 0, deltaY, deltaMode });
    expect([turn(100), turn(-100), turn(3, 1)]).toEqual([1, -1, 1]);
    const crumbs = Array.from({ length: 25 }, () => turn(8));
    expect(crumbs.reduce((sum, steps) => sum + steps, 0)).toBe(2);
    expect(turn(-60), "the other way, it begins anew").toBe(-0);
  });

  test("stops at its ends when a key is held", () => {
    expect([gainAfterKey(10, "ArrowUp"), gainAfterKey(-58, "PageDown")]).toEqual([10, -60]);
  });
});

describe("a meter", () => {
  test.for([
    [-45, "quiet"],
    [-20, "good"],
    [-6, "loud"],
    [-1, "tooLoud"],
  ] as const)("calls %i dBFS %s", ([dbfs, zone]) => {
    expect(zoneOf(dbfs)).toBe(zone);
  });

  test("rises with the level, and stays in its frame", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -120, max: 20, noNaN: true }),
        (dbfs) => heightOf(dbfs) >= 0 && heightOf(dbfs) <= 100,
      ),
    );
    expect([heightOf(-60), heightOf(-30), heightOf(-16), heightOf(-9)]).toEqual([4, 38, 60, 78]);
  });

  test("jumps up, falls 20 dB a second, and holds its peak for a second and a half", () => {
    const loud = moveNeedle(restingNeedle, -10, 1, 0.033);
    expect(loud).toMatchObject({ dbfs: -10, peakDbfs: -10 });
    const later = moveNeedle(loud, -100, 2, 1);
    expect(later).toMatchObject({ dbfs: -30, peakDbfs: -10 });
    const released = moveNeedle(later, -100, 3, 1);
    expect(released.dbfs).toBe(-50);
    expect(released.peakDbfs).toBe(-30);
  });
});
