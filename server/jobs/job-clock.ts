/** The queue's time: epoch milliseconds, and a wake-up that can be called off. */
export type JobClock = { now(): number; after(delayMs: number, wake: () => void): () => void };

// setTimeout counts in 32 bits; a longer wait wakes early and looks again.
const longestWaitMs = 2_147_483_647;

/** The machine's clock. */
export const systemClock = {
  now: Date.now,
  /** Milliseconds that go on evenly when somebody sets the machine's clock. */
  steady: () => performance.now(),
  after: (delayMs: number, wake: () => void) => {
    const timer = setTimeout(wake, Math.min(delayMs, longestWaitMs));
    return () => {
      clearTimeout(timer);
    };
  },
} satisfies JobClock & { steady(): number };
