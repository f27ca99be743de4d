import { toInstant, type StudioClock } from "./studio-clock.ts";
import type { TransmitterHooks } from "./transmitter.ts";

/** So long before its end the desk is told. */
const warnBeforeMs = 10 * 60_000;

type Hooks = Pick<TransmitterHooks, "onStarted" | "onEnded">;
type Parts = {
  clock: StudioClock;
  /** How long a show may last. */
  longestMs: number;
  /** Ends it as by Fin. */
  end(): void;
  changed(): void;
};

/** Ends a show that somebody forgot: it would fill the disk, and go out all night. The desk is told before. */
export class ShowLimit {
  readonly #parts: Parts;
  #endsAt: string | null = null;
  #callOff: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** When the show ends by itself, once that is near. */
  get endsAt(): string | null {
    return this.#endsAt;
  }

  /** The transmission's hooks with the limit in them. */
  follow({ onStarted, onEnded }: Hooks): Hooks {
    return {
      onStarted: (id, directory) => {
        this.#begin();
        return onStarted(id, directory);
      },
      onEnded: (id, finished) => {
        this[Symbol.dispose]();
        return onEnded(id, finished);
      },
    };
  }

  #begin() {
    const { clock, longestMs, end, changed } = this.#parts;
    this.#callOff();
    const endsAt = clock.now() + longestMs;
    const warnedMs = Math.min(warnBeforeMs, longestMs);
    this.#callOff = clock.after(longestMs - warnedMs, () => {
      this.#endsAt = toInstant(endsAt);
      this.#callOff = clock.after(warnedMs, end);
      changed();
    });
  }

  /** Nothing ends by itself any more. */
  [Symbol.dispose]() {
    this.#callOff();
    this.#endsAt = null;
  }
}
