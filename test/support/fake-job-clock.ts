import type { JobClock } from "../../server/jobs/job-clock.ts";

/** A clock for the queue that stands still until it is moved. */
export function fakeJobClock(start = 1_000_000) {
  let now = start;
  const alarms = new Set<{ at: number; wake: () => void }>();
  const clock: JobClock = {
    now: () => now,
    after: (delayMs, wake) => {
      const alarm = { at: now + delayMs, wake };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
  };
  return {
    clock,
    /** Alarms that are still set. */
    get alarms() {
      return alarms.size;
    },
    move(ms: number) {
      now += ms;
      for (const alarm of [...alarms].filter(({ at }) => at <= now)) {
        alarms.delete(alarm);
        alarm.wake();
      }
    },
  };
}
