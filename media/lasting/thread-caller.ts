import type { Transferable, Worker } from "node:worker_threads";
import type { Life } from "./lasting-thread.ts";
import { wellMs, type Call, type CallTable, type FromThread, type ToThread } from "./thread-talk.ts";

type Waiting = { resolve(reply: unknown): void; reject(error: Error): void };

/** What a caller must know of its thread. */
export type CallerOptions<Told> = {
  /** A worker that runs `answerCalls`. */
  worker: Worker;
  /** How it is called where its death is told. */
  name: string;
  onTold?: (told: Told) => void;
  /** One that says nothing for so long hangs, and is killed. */
  mostQuietMs?: number;
  /** Longest time that it may take to close what is open before it is ended by force; 0 does not ask it. */
  closingMs?: number;
};

const usualQuietMs = 1_500;

/** The main thread's end of one life of a thread: calls go in, answers and what is told come out. */
export class ThreadCaller<Calls extends CallTable, Told = never> implements Life {
  /** Settles when the thread is gone, with the reason; its sockets are closed by then, and their ports free. */
  readonly died: Promise<Error>;
  readonly #options: CallerOptions<Told>;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ready = Promise.withResolvers<void>();
  #watch: NodeJS.Timeout | undefined;
  #quietLooks = 0;
  #calls = 0;
  #end: Error | undefined;

  constructor(options: CallerOptions<Told>) {
    const { worker, name } = options;
    this.#options = options;
    worker.on("message", (message: FromThread<Told>) => {
      this.#hear(message);
    });
    // Whoever started it waits for `ready`, or hears of `died`.
    this.#ready.promise.catch(() => undefined);
    worker.once("error", (error: unknown) => {
      this.#giveUp(error instanceof Error ? error : new Error(String(error)));
    });
    this.died = new Promise((resolve) => {
      worker.once("exit", (code) => {
        resolve(this.#giveUp(new Error(`${name} ended with code ${code}`)));
      });
    });
  }

  get isGone(): boolean {
    return this.#end !== undefined;
  }

  /** Resolves when the thread runs. */
  ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Ends a thread that is not well. */
  kill(reason: Error): void {
    this.#giveUp(reason);
    void this.#options.worker.terminate();
  }

  /** Asks and waits; rejects with what the thread threw, or when it is gone. */
  call<Name extends keyof Calls>(
    name: Name,
    data: Calls[Name]["data"],
    transfer: Transferable[] = [],
  ): Promise<Calls[Name]["reply"]> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const id = (this.#calls += 1);
    this.#say({ kind: "call", id, name, data } as Call<Calls>, transfer);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
  }

  /** Lets the thread close what is open, and ends it. */
  async end(): Promise<void> {
    const { closingMs = 0, worker, name } = this.#options;
    const force = setTimeout(() => void worker.terminate(), closingMs);
    if (!this.isGone && closingMs > 0) this.#say({ kind: "close" });
    if (closingMs === 0) this.#giveUp(new Error(`${name} is closed`));
    await this.died;
    clearTimeout(force);
  }

  #say(message: ToThread<Calls>, transfer: Transferable[] = []): void {
    this.#options.worker.postMessage(message, transfer);
  }

  #hear(message: FromThread<Told>): void {
    this.#quietLooks = 0;
    if (message.kind === "well") this.#begin();
    else if (message.kind === "told") this.#options.onTold?.(message.told);
    else this.#settle(message);
  }

  #begin(): void {
    this.#ready.resolve();
    if (this.#end === undefined) this.#watch ??= setInterval(() => this.#look(), wellMs);
  }

  // A main thread that was busy itself looks once, however long it was.
  #look(): void {
    const { mostQuietMs = usualQuietMs, name } = this.#options;
    this.#quietLooks += 1;
    if (this.#quietLooks * wellMs > mostQuietMs) this.kill(new Error(`${name} hangs`));
  }

  #settle(message: Extract<FromThread<Told>, { id: number }>): void {
    const asked = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "answered") asked?.resolve(message.reply);
    else asked?.reject(Object.assign(message.error, message.marks));
  }

  #giveUp(error: Error): Error {
    this.#end ??= error;
    clearInterval(this.#watch);
    this.#ready.reject(this.#end);
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
    return this.#end;
  }
}
