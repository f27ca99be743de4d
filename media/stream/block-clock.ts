const blockMs = 20;

/** Calls `tick` once for every 20 ms of the monotonic clock: late ones are caught up, none is left out. Disposing it stops. */
export class BlockClock implements Disposable {
  readonly #tick: () => void;
  readonly #startMs = performance.now();
  #count = 0;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(tick: () => void) {
    this.#tick = tick;
    this.#wait();
  }

  [Symbol.dispose](): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #dueMs = (): number => this.#startMs + (this.#count + 1) * blockMs;

  #wait(): void {
    if (this.#isStopped) return;
    const run = () => {
      for (; !this.#isStopped && this.#dueMs() <= performance.now(); this.#count += 1) this.#tick();
      this.#wait();
    };
    this.#timer = setTimeout(run, Math.max(1, this.#dueMs() - performance.now()));
  }
}
