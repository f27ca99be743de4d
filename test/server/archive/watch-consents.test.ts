import { expect, test } from "vitest";
import { watchConsents } from "../../../server/archive/watch-consents.ts";
import { fakeJobClock } from "../../support/fake-job-clock.ts";

test("what answers allow is looked at when the station starts, and within a minute of midnight in Paris", () => {
  const time = fakeJobClock(Date.parse("2026-08-31T21:58:30Z"));
  let looks = 0;
  const onDay = () => Promise.resolve((looks += 1));
  const watch = watchConsents({ clock: time.clock, now: time.clock.now, onDay, onBug: () => undefined });
  const seen = [1, 2, 3].map(() => {
    const before = looks;
    time.move(60_000);
    return before;
  });
  expect([...seen, looks]).toEqual([1, 1, 2, 2]);
  watch[Symbol.dispose]();
  expect(time.alarms).toBe(0);
});
