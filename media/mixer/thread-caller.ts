import type { EventEmitter } from "node:events";
import { MessagePort, Worker } from "node:worker_threads";
import type { Life } from "../lasting/lasting-thread.ts";
import type { CartId } from "../../schemas/ids.ts";
import type { Levels } from "../../schemas/studio.ts";
import type { Call, DeskCalls, ThreadMessage } from "./thread-protocol.ts";

type Pending = { resolve(value: unknown): void; reject(error: Error): void };

/** What mixers announce, by event name; the first value is the mixer's number, 0 for the thread itself. */
export type Announced = {
  levels: [number, Levels];
  cartEnded: [number, CartId, CartId | null];
  fault: [number, Error];
};

// The thread says four times a second that it is well; without a word for so many looks it hangs.
const lookMs = 250;
const mostQuietLooks = 6;

/** The main thread's end of one life of the mixers' thread: calls go in, answers and announcements come out. One that hangs for 1.5 s is killed. */
export class ThreadCaller implements Life {
  /** Settles when the thread ended without being asked to. */
  readonly died: Promise<Error>;
  readonly #announced: EventEmitter<Announced>;
  readonly #worker = new Worker(new URL("./mixer-thread.ts", import.meta.url), { name: "mixer" });
  readonly #pending = new Map<number, Pending>();
  readonly #ready = Promise.withResolvers<void>();
  #watch: NodeJS.Timeout | undefined;
  #quietLooks = 0;
  #calls = 0;
  #end: Error | undefined;

  constructor(announced: EventEmitter<Announced>) {
    this.#announced = announced;
    this.#worker.on("message", (message: ThreadMessage) => {
      this.#hear(message);
    });
    // Whoever started it waits for `ready`, or hears of `died`.
    this.#ready.promise.catch(() => undefined);
    this.died = new Promise((resolve) => {
      this.#worker.once("error", (error: Error) => {
        this.#giveUp(error);
      });
      // Its sockets are closed by then, and their ports free.
      this.#worker.once("exit", (code) => {
        resolve(this.#giveUp(new Error(`the mixer's thread ended with code ${code}`)));
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
    void this.#worker.terminate();
  }

  /** Asks one mixer; the first call to a number opens the mixer. Rejects when the mixer refuses, or the thread is gone. */
  call<Name extends keyof DeskCalls>(
    mixer: number,
    name: Name,
    ...data: Parameters<DeskCalls[Name]>
  ): Promise<Awaited<ReturnType<DeskCalls[Name]>>> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const call = ++this.#calls;
    const ports = data.flat().filter((value) => value instanceof MessagePort);
    this.#worker.postMessage({ call, mixer, name, data } satisfies Call, ports);
    return new Promise((resolve, reject) => {
      this.#pending.set(call, { resolve: resolve, reject });
    });
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    this.#giveUp(new Error("the mixer's thread is closed"));
    await this.#worker.terminate();
  }

  #hear(message: ThreadMessage): void {
    this.#quietLooks = 0;
    if (message.kind === "well") this.#begin();
    else if (message.kind === "levels") this.#announced.emit("levels", message.mixer, message.levels);
    else if (message.kind === "cartEnded") {
      this.#announced.emit("cartEnded", message.mixer, message.cartId, message.nextCartId);
    } else if (message.kind === "fault") this.#announced.emit("fault", message.mixer, message.error);
    else this.#settle(message);
  }

  #begin(): void {
    this.#ready.resolve();
    if (this.#end === undefined) this.#watch ??= setInterval(() => this.#look(), lookMs);
  }

  // A main thread that was busy itself looks once, however long it was.
  #look(): void {
    this.#quietLooks += 1;
    if (this.#quietLooks > mostQuietLooks) this.kill(new Error("the mixer's thread hangs"));
  }

  #settle(message: Extract<ThreadMessage, { call: number }>): void {
    const pending = this.#pending.get(message.call);
    this.#pending.delete(message.call);
    if (message.kind === "answered") pending?.resolve(message.value);
    else pending?.reject(message.error);
  }

  #giveUp(error: Error): Error {
    this.#end ??= error;
    clearInterval(this.#watch);
    this.#ready.reject(this.#end);
    for (const { reject } of this.#pending.values()) reject(this.#end);
    this.#pending.clear();
    return this.#end;
  }
}
