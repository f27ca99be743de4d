import { once } from "node:events";
import type { MessagePort, Worker } from "node:worker_threads";
import type { StreamFact } from "./on-air.ts";
import type { CallName, Calls, FromThread } from "./thread-calls.ts";

type Waiting = { resolve(reply: unknown): void; reject(error: Error): void };

/** The main thread's end of the talk with the stream's thread. Disposing it ends every stream, and the thread. */
export class ThreadCaller implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<number, (fact: StreamFact) => void>();
  readonly #died = Promise.withResolvers<Error>();
  #gone: Error | undefined;
  #isEnding = false;
  #lastId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    let reason = new Error("the stream's thread ended");
    worker.on("error", (error: unknown) => (reason = error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => {
      this.#leave(reason);
    });
    worker.on("message", (message: FromThread) => {
      if (message.kind === "told") this.#listeners.get(message.stream)?.(message.fact);
      else this.#settle(message);
    });
  }

  /** Settles when the thread ended by itself. */
  get died(): Promise<Error> {
    return this.#died.promise;
  }

  /** Asks and waits; throws what the thread threw, or why it is gone. */
  async call<Name extends CallName>(name: Name, data: Calls[Name]["data"], transfer: MessagePort[] = []) {
    if (this.#gone !== undefined) throw this.#gone;
    const id = (this.#lastId += 1);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    this.#worker.postMessage({ id, name, data }, transfer);
    return (await promise) as Calls[Name]["reply"];
  }

  /** Hears what a stream tells; `undefined` ends it. */
  hear(stream: number, listener: ((fact: StreamFact) => void) | undefined): void {
    if (listener === undefined) this.#listeners.delete(stream);
    else this.#listeners.set(stream, listener);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isEnding = true;
    if (this.#gone !== undefined) return;
    const exited = once(this.#worker, "exit");
    await this.call("close", undefined).catch(() => undefined);
    await exited;
  }

  #settle(message: Exclude<FromThread, { kind: "told" }>): void {
    const asked = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "done") asked?.resolve(message.reply);
    else asked?.reject(new Error(message.message));
  }

  #leave(reason: Error): void {
    this.#gone = reason;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
    if (!this.#isEnding) this.#died.resolve(reason);
  }
}
