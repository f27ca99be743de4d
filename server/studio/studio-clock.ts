/** The studio's time: epoch milliseconds, and a wake-up that can be called off. Tests give their own. */
export type StudioClock = {
  now(): number;
  after(delayMs: number, wake: () => void): () => void;
  /** Milliseconds that go on evenly when somebody sets the machine's clock. */
  steady(): number;
};

/** An instant as the contract writes it. */
export const toInstant = (epochMs: number) => new Date(epochMs).toISOString();
