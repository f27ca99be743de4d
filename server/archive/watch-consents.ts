import { dayInParis } from "../../schemas/consent.ts";
import type { JobClock } from "../jobs/job-clock.ts";

type Parts = {
  clock: Pick<JobClock, "after">;
  /** Epoch milliseconds of the station's clock. */
  now: () => number;
  /** What was allowed yesterday may not be today. */
  onDay(): Promise<unknown>;
  onBug(error: unknown): void;
};

const periodMs = 60_000;

/** Looks once at the start and whenever a day begins in Paris, within a minute: answers end with their last day. Disposing it ends the watch. */
export function watchConsents({ clock, now, onDay, onBug }: Parts): Disposable {
  let day = "";
  let callOff: () => void = () => undefined;
  const look = () => {
    callOff = clock.after(periodMs, look);
    if (dayInParis(now()) === day) return;
    day = dayInParis(now());
    void onDay().catch(onBug);
  };
  look();
  return { [Symbol.dispose]: () => callOff() };
}
