// Nobody waits for the programme, voices reach each other through the SFU: 80 ms spares a busy tablet's first stumble.
const leastTargetMs = 80;
// What is lost and asked for again comes within 400 ms over most bad networks.
const mostTargetMs = 400;
const stepMs = 5;
const steps = 90;
// Half of what was seen is forgotten after 14 s of 20 ms packets.
const forgetting = 0.999;
const wantedShare = 0.998;
const heaviest = 1e6;
// A block needs its packets before its tick, up to 20 ms before the sample's own turn; the rest is for the timer.
const marginMs = 22;
const windowMs = 4_000;
const windows = 4;

/**
 * How irregularly a voice's packets arrive, and how long they should therefore wait: enough for 998 of 1000, 80 to 400 ms.
 * An offset is the arrival's instant minus the packet's media time; the smallest of the last 16 s is the undisturbed way.
 */
export class ArrivalDelay {
  readonly #shares = new Float64Array(steps);
  readonly #smallest = new Float64Array(windows).fill(Infinity);
  #weight = 1;
  #total = 0;
  #window = 0;
  #least = 0;
  #targetMs = leastTargetMs;

  /** How long packets should wait. */
  get targetMs(): number {
    return this.#targetMs;
  }

  /** Offset of the fastest packet of the last 16 s. */
  get leastOffsetMs(): number {
    return this.#least;
  }

  /** Begins anew with another source; what was learnt of the network stays. */
  restart(offsetMs: number): void {
    this.#smallest.fill(Infinity);
    this.#least = offsetMs;
  }

  /** Learns from one packet. */
  observe(offsetMs: number, nowMs: number): void {
    const window = Math.floor(nowMs / windowMs);
    if (window !== this.#window) this.#turn(window);
    const place = window % windows;
    this.#smallest[place] = Math.min(this.#smallest[place] ?? Infinity, offsetMs);
    this.#least = Math.min(...this.#smallest);
    this.#learn(offsetMs - this.#least);
  }

  #turn(window: number): void {
    const passed = Math.min(windows, window - this.#window);
    for (let back = 0; back < passed; back++) this.#smallest[(window - back) % windows] = Infinity;
    this.#window = window;
  }

  #learn(delayMs: number): void {
    const seen = Math.min(steps - 1, Math.floor(delayMs / stepMs));
    // The new grows heavier instead of the old lighter; only their relation counts.
    this.#weight /= forgetting;
    this.#shares[seen] = (this.#shares[seen] ?? 0) + this.#weight;
    this.#total += this.#weight;
    if (this.#weight > heaviest) this.#lighten();
    const wait = (this.#quantile() + 1) * stepMs + marginMs;
    this.#targetMs = Math.min(mostTargetMs, Math.max(leastTargetMs, wait));
  }

  #lighten(): void {
    for (let step = 0; step < steps; step++) this.#shares[step] = (this.#shares[step] ?? 0) / heaviest;
    this.#weight /= heaviest;
    this.#total /= heaviest;
  }

  #quantile(): number {
    let [later, step] = [this.#shares[steps - 1] ?? 0, steps - 1];
    while (step > 0 && later <= (1 - wantedShare) * this.#total) later += this.#shares[--step] ?? 0;
    return step;
  }
}
