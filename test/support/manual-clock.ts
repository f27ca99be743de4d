import type { StudioClock } from "../../server/studio/studio-clock.ts";

type Wake = { at: number; wake: () => void };

/** A clock that stands until it is moved. */
export class ManualClock implements StudioClock {
  #now = Date.parse("2026-11-17T12:00:00Z");
  #steady = 0;
  #wakes = new Set<Wake>();

  now = () => this.#now;

  steady = () => this.#steady;

  after = (delayMs: number, wake: () => void) => {
    const entry = { at: this.#now + delayMs, wake };
    this.#wakes.add(entry);
    return () => {
      this.#wakes.delete(entry);
    };
  };

  /** Lets time pass and wakes, in order, who asked to be woken. */
  advance(ms: number) {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#wakes].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#wakes.delete(due);
      this.#pass(Math.max(this.#now, due.at));
      due.wake();
    }
    this.#pass(end);
  }

  #pass(until: number) {
    this.#steady += until - this.#now;
    this.#now = until;
  }

  /** Somebody sets the machine's clock forward, or back: no time passes. */
  set(ms: number) {
    this.#now += ms;
  }

  /** How many wait. */
  get waiting() {
    return this.#wakes.size;
  }
}
