import { expect, test, vi } from "vitest";
import { makeBroadcast } from "../../../server/studio/make-broadcast.ts";
import { ManualClock } from "../../support/manual-clock.ts";

test("a fader drag of a hundred steps becomes one telling each 50 ms, and the last step is told", () => {
  const clock = new ManualClock();
  const told: number[] = [];
  let step = 0;
  using broadcast = makeBroadcast(clock, 50, () => told.push(step));
  for (step = 1; step <= 100; step += 1) {
    broadcast.ask();
    clock.advance(10);
  }
  clock.advance(100);
  expect(told).toHaveLength(21);
  expect([told[0], told.at(-1)]).toEqual([1, 100]);
});

test("a single change is told at once, and nothing after it", () => {
  const clock = new ManualClock();
  const tell = vi.fn();
  using broadcast = makeBroadcast(clock, 50, tell);
  broadcast.ask();
  expect(tell).toHaveBeenCalledOnce();
  clock.advance(1_000);
  expect(tell).toHaveBeenCalledOnce();
  expect(clock.waiting).toBe(0);
});
