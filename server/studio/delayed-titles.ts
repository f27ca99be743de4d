import type { StudioClock } from "./studio-clock.ts";

/** A title travels before the second of sound that it belongs to. */
const leadMs = 500;
const lateBy = (delaySeconds: number) => Math.max(0, delaySeconds * 1_000 - leadMs);

type Coming = { title: string; beganAt: number; dueAt: number; wasCut: boolean };

/**
 * What listeners may read of a show: each title no sooner than its sound is heard. A title that came by mistake, and gave way after a cut, is never told, as its
 * sound is never heard.
 */
export class DelayedTitles {
  readonly #clock: Pick<StudioClock, "now">;
  #told: string;
  #coming: Coming[] = [];

  constructor(clock: Pick<StudioClock, "now">, title: string) {
    this.#clock = clock;
    this.#told = title;
  }

  /** The title of what is heard now. */
  get now(): string {
    const now = this.#clock.now();
    this.#told = this.#coming.findLast(({ dueAt }) => dueAt <= now)?.title ?? this.#told;
    this.#coming = this.#coming.filter(({ dueAt }) => dueAt > now);
    return this.#told;
  }

  /** This is the title at the desk from now on; its sound is heard after `delaySeconds`. */
  begin(title: string, delaySeconds: number) {
    const last = this.#coming.at(-1)?.title ?? this.now;
    if (title === last) return;
    const beganAt = this.#clock.now();
    const dueAt = beganAt + lateBy(delaySeconds);
    this.#coming = [
      ...this.#coming.filter((each) => !each.wasCut || each.dueAt <= beganAt),
      { title, beganAt, dueAt, wasCut: false },
    ];
  }

  /** The last `seconds` are never heard: what began in them is told when what came after is heard, unless it gives way before. */
  cut(seconds: number, delaySeconds: number) {
    const now = this.#clock.now();
    this.#coming = this.#coming.map((each) =>
      each.beganAt < now - seconds * 1_000 ? each : { ...each, dueAt: now + lateBy(delaySeconds), wasCut: true },
    );
  }
}
