import { EventEmitter } from "node:events";
import { LastingThread } from "../lasting/lasting-thread.ts";
import type { Revival } from "./mixer.ts";
import { ThreadCaller, type Announced } from "./thread-caller.ts";

/** What has to be brought into the thread's next life; `onRefused` hears what could not be. */
type Restorable = { restore(life: ThreadCaller, onRefused: (error: Error) => void): Promise<void> };

/** The mixers' thread over all its lives: what mixers announce, and who has to be brought into the next life. */
export class MixerLine {
  readonly announced = new EventEmitter<Announced>().setMaxListeners(0);
  readonly callers = new Set<Restorable>();
  readonly #revived = new EventEmitter<{ revived: [Revival] }>().setMaxListeners(0);
  readonly #thread: LastingThread<ThreadCaller>;

  constructor() {
    this.#thread = new LastingThread({
      name: "the mixer's thread",
      start: () => new ThreadCaller(this.announced),
      restore: async (life) => {
        for (const caller of this.callers) {
          await caller.restore(life, (error) => this.announced.emit("fault", 0, error));
        }
      },
      onRevived: (cause, outageMs) => this.#revived.emit("revived", { cause, outageMs }),
    });
  }

  /** Settles when no new life will come. */
  get died(): Promise<Error> {
    return this.#thread.died;
  }

  /** The life that can be asked. */
  now(): Promise<ThreadCaller> {
    return this.#thread.now();
  }

  /** Hears of new lives; returns how to stop. */
  onRevived(listener: (revival: Revival) => void): () => void {
    this.#revived.on("revived", listener);
    return () => this.#revived.off("revived", listener);
  }

  /** Lets the thread die. */
  restart(): Promise<void> {
    return this.#thread.restart(new Error("the mixer's thread was told to start anew"));
  }

  /** Ends it. */
  end(): Promise<void> {
    return this.#thread.end();
  }
}
