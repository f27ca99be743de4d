/** What ticks in a rack. */
export type Ticking = { tick(dueMs: number, nowMs: number): void };

/** All mixers of the thread, by number. One that throws is reported; the others are ticked all the same. */
export class Rack<Mixer extends Ticking> {
  readonly #mixers = new Map<number, Mixer>();
  readonly #onFault: (mixer: number, error: unknown) => void;

  constructor(onFault: (mixer: number, error: unknown) => void) {
    this.#onFault = onFault;
  }

  /** The mixer of that number, if it is there. */
  find(number: number): Mixer | undefined {
    return this.#mixers.get(number);
  }

  /** Puts a mixer in its place. */
  add(number: number, mixer: Mixer): Mixer {
    this.#mixers.set(number, mixer);
    return mixer;
  }

  /** Takes a mixer out. */
  remove(number: number): void {
    this.#mixers.delete(number);
  }

  /** Whether no mixer is there. */
  get isEmpty(): boolean {
    return this.#mixers.size === 0;
  }

  /** Ticks them all. */
  tick(dueMs: number): void {
    for (const [number, mixer] of this.#mixers) {
      try {
        mixer.tick(dueMs, performance.now());
      } catch (error) {
        this.#onFault(number, error);
      }
    }
  }
}
