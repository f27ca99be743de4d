import { EventEmitter, once } from "node:events";
import { MessagePort, Worker } from "node:worker_threads";
import type { CartId } from "../../schemas/ids.ts";
import type { Levels } from "../../schemas/studio.ts";
import type { Call, DeskCalls, ThreadMessage } from "./thread-protocol.ts";

type Pending = { resolve(value: unknown): void; reject(error: Error): void };

/** What mixers announce, by event name; the first value is the mixer's number. */
type Announced = { levels: [number, Levels]; cartEnded: [number, CartId, CartId | null]; fault: [number, Error] };

/** The main thread's end of the mixers' thread: calls go in, answers and announcements come out. */
export class ThreadCaller {
  readonly announced = new EventEmitter<Announced>().setMaxListeners(0);
  /** Settles when the thread ended without being asked to. */
  readonly died: Promise<Error>;
  readonly #worker = new Worker(new URL("./mixer-thread.ts", import.meta.url), { name: "mixer" });
  readonly #pending = new Map<number, Pending>();
  #calls = 0;
  #end: Error | undefined;

  constructor() {
    this.#worker.on("message", (message: ThreadMessage) => {
      this.#hear(message);
    });
    this.died = new Promise((resolve) => {
      this.#worker.once("error", (error: Error) => {
        resolve(this.#giveUp(error));
      });
      this.#worker.once("exit", (code) => {
        if (this.#end === undefined) resolve(this.#giveUp(new Error(`the mixer's thread ended with code ${code}`)));
      });
    });
  }

  /** Resolves when the thread runs. */
  async ready(): Promise<void> {
    await once(this.#worker, "online");
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
    if (message.kind === "levels") this.announced.emit("levels", message.mixer, message.levels);
    else if (message.kind === "cartEnded") {
      this.announced.emit("cartEnded", message.mixer, message.cartId, message.nextCartId);
    } else if (message.kind === "fault") this.announced.emit("fault", message.mixer, message.error);
    else this.#settle(message);
  }

  #settle(message: Extract<ThreadMessage, { call: number }>): void {
    const pending = this.#pending.get(message.call);
    this.#pending.delete(message.call);
    if (message.kind === "answered") pending?.resolve(message.value);
    else pending?.reject(message.error);
  }

  #giveUp(error: Error): Error {
    this.#end ??= error;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
    return error;
  }
}
