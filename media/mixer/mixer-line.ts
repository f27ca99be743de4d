import { EventEmitter } from "node:events";
import { Worker } from "node:worker_threads";
import type { CartId } from "../../schemas/ids.ts";
import type { Levels } from "../../schemas/studio.ts";
import { LastingThread } from "../lasting/lasting-thread.ts";
import { ThreadCaller } from "../lasting/thread-caller.ts";
import type { MixerCalls, MixerFact } from "./thread-protocol.ts";

/** The main thread's end of one life of the mixers' thread. */
export type MixerLife = ThreadCaller<MixerCalls, MixerFact>;

/** What has to be brought into the thread's next life; `onRefused` hears what could not be. */
type Restorable = { restore(life: MixerLife, onRefused: (error: Error) => void): Promise<void> };

/** What mixers announce, by event name; the first value is the mixer's number, 0 for the thread itself. */
type Announced = {
  levels: [number, Levels];
  cartEnded: [number, CartId, CartId | null];
  fault: [number, Error];
};

/** The mixers' thread goes before all others (media/priority): silence for a second is no want of a processor. */
const mostQuietMs = 1_000;

/** What ticks leave behind is used up within half a second: more room makes collections rarer and longer, and shows larger. */
const youngGenerationMb = 6;

/** The mixers' thread over all its lives: what mixers announce, and who has to be brought into the next life. */
export class MixerLine {
  readonly announced = new EventEmitter<Announced>().setMaxListeners(0);
  readonly callers = new Set<Restorable>();
  readonly thread: LastingThread<MixerLife>;

  constructor() {
    this.thread = new LastingThread({
      name: "the mixer's thread",
      start: () => this.#start(),
      restore: async (life) => {
        for (const caller of this.callers) {
          await caller.restore(life, (error) => this.announced.emit("fault", 0, error));
        }
      },
    });
  }

  #start(): MixerLife {
    const worker = new Worker(new URL("./mixer-thread.ts", import.meta.url), {
      name: "mixer",
      resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
    });
    const onTold = (fact: MixerFact) => this.#announce(fact);
    return new ThreadCaller({ worker, name: "the mixer's thread", onTold, mostQuietMs });
  }

  #announce(fact: MixerFact): void {
    if (fact.kind === "levels") this.announced.emit("levels", fact.mixer, fact.levels);
    else if (fact.kind === "cartEnded") this.announced.emit("cartEnded", fact.mixer, fact.cartId, fact.nextCartId);
    else this.announced.emit("fault", fact.mixer, fact.error);
  }
}
