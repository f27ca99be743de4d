const tickMs = 20;
// After a long stall packets are looked at between the ticks that catch up.
const mostTicksAtOnce = 25;

/** Calls `tick` once for every 20 ms of the monotonic clock, each with the instant it was due at: late ones are caught up, none is left out. */
export class TickClock implements Disposable {
  readonly #tick: (dueMs: number, nowMs: number) => void;
  // A whole millisecond of the clock by which Node's timers count: one that is set for a tick is not early, and looked at in vain.
  readonly #startMs = performance.now() - Number(process.hrtime.bigint() % 1_000_000n) / 1e6;
  #count = 1;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(tick: (dueMs: number, nowMs: number) => void) {
    this.#tick = tick;
    this.#wait();
  }

  /** False when the thread is behind by more than a tick, so that what it reads now says nothing of when it came. */
  isPunctual(nowMs: number): boolean {
    return nowMs - this.#dueMs < tickMs;
  }

  /** Stops ticking. */
  [Symbol.dispose](): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  get #dueMs(): number {
    return this.#startMs + this.#count * tickMs;
  }

  #wait(): void {
    // Timers, then sockets, then immediates: what has arrived by now is read before the tick mixes it.
    const run = () => setImmediate(() => this.#run());
    this.#timer = setTimeout(run, Math.max(0, Math.ceil(this.#dueMs - performance.now())));
  }

  #run(): void {
    for (let ticks = 0; ticks < mostTicksAtOnce && !this.#isStopped; ticks++) {
      const nowMs = performance.now();
      if (this.#dueMs > nowMs) break;
      const dueMs = this.#dueMs;
      this.#count++;
      this.#tick(dueMs, nowMs);
    }
    if (!this.#isStopped) this.#wait();
  }
}
