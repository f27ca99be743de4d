import type { Cart } from "../../schemas/carts.ts";
import type { RecordingId } from "../../schemas/ids.ts";
import type { StudioClock } from "./studio-clock.ts";
import type { TransmitterHooks } from "./transmitter.ts";

/** Writes down that a cart was heard, so many seconds after its recording began. */
export type KeepPlay = (recordingId: RecordingId, cart: Cart, atSeconds: number) => Promise<void>;

type Parts = { clock: StudioClock; keep: KeepPlay; onBug: (error: unknown) => void };
type Hooks = Pick<TransmitterHooks, "onStarted" | "onEnded">;

/** Which carts are heard while a show is on air; in rehearsal nothing is kept. */
export class CartLog {
  readonly #parts: Parts;
  #recording: { id: RecordingId; since: number } | undefined;
  #writing = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A cart began. */
  note(cart: Cart) {
    if (this.#recording === undefined) return;
    const { clock, keep, onBug } = this.#parts;
    const { id, since } = this.#recording;
    const atSeconds = Math.max(0, clock.now() - since) / 1_000;
    this.#writing = this.#writing.then(() => keep(id, cart, atSeconds)).catch(onBug);
  }

  /** The transmission's hooks with the log in them: what plays already is heard from its first second, and all is written down before the show is kept. */
  follow({ onStarted, onEnded }: Hooks, playing: () => readonly Cart[]): Hooks {
    return {
      onStarted: (id, directory) => {
        const started = onStarted(id, directory);
        // Nothing can be kept of a recording that is not.
        this.#writing = started.catch(() => undefined);
        this.#recording = { id, since: this.#parts.clock.now() };
        for (const cart of playing()) this.note(cart);
        return started;
      },
      onEnded: async (id, finished) => {
        this.#recording = undefined;
        await this.#writing;
        return onEnded(id, finished);
      },
    };
  }
}
