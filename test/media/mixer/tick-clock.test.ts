import { afterEach, expect, test, vi } from "vitest";
import { TickClock } from "../../../media/mixer/tick-clock.ts";

afterEach(() => vi.restoreAllMocks());

test("a thread is woken once for every 20 ms, and none of them is left out", async () => {
  const waits = vi.spyOn(globalThis, "setTimeout");
  const { promise: after50, resolve } = Promise.withResolvers<undefined>();
  const due: number[] = [];
  using clock = new TickClock((dueMs) => {
    due.push(dueMs);
    if (due.length === 50) resolve(undefined);
  });
  await after50;
  expect(clock.isPunctual(performance.now())).toBe(true);
  const steps = due.slice(1).map((dueMs, index) => dueMs - due[index]!);
  for (const step of steps) expect(step).toBeCloseTo(20, 6);
  // On a busy machine one wake-up makes up for several.
  expect(waits.mock.calls.length).toBeLessThanOrEqual(51);
});
