import { once } from "node:events";
import type { MessagePort, Worker } from "node:worker_threads";
import type { Life } from "../lasting/lasting-thread.ts";
import { RecorderError } from "./recorder-error.ts";
import type { CallName, Calls, FromThread } from "./thread-calls.ts";

/** The main thread's end of the talk with one life of the recorder's thread. Its end lets the thread close everything. */
export type ThreadCaller = Life & {
  /** Asks and waits; throws what the thread threw, or that it is gone. */
  call<Name extends CallName>(
    name: Name,
    data: Calls[Name]["data"],
    transfer?: MessagePort[],
  ): Promise<Calls[Name]["reply"]>;
  onDiskLow(listener: DiskLowListener): () => void;
};

type DiskLowListener = (recording: number, freeBytes: number) => void;
type Waiting = { resolve(reply: unknown): void; reject(error: Error): void };

/** Longest time the thread may take to close its files before it is ended by force. */
const closingMs = 30_000;

/** Talks with a worker that runs `recorder-thread.ts`. */
export function makeThreadCaller(worker: Worker): ThreadCaller {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<DiskLowListener>();
  const died = watchDeath(worker, waiting);
  let lastId = 0;

  worker.on("message", (message: FromThread) => {
    if (message.kind === "diskLow") for (const tell of listeners) tell(message.recording, message.freeBytes);
    else settle(waiting, message);
  });
  const call = async <Name extends CallName>(name: Name, data: Calls[Name]["data"], transfer: MessagePort[] = []) => {
    if (died.isGone()) throw new Error("the recorder's thread is gone");
    const id = (lastId += 1);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, name, data }, transfer);
    return (await promise) as Calls[Name]["reply"];
  };
  const onDiskLow = (listener: DiskLowListener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const end = async () => {
    died.expect();
    const ended = died.isGone() ? Promise.resolve() : once(worker, "exit");
    const force = setTimeout(() => void worker.terminate(), closingMs);
    if (!died.isGone()) await call("close", undefined).catch(() => undefined);
    await ended;
    clearTimeout(force);
  };
  const online = once(worker, "online");
  const ready = async () => {
    await Promise.race([online, died.promise.then((error) => Promise.reject(error))]);
  };
  return {
    ...{ call, onDiskLow, ready, end, died: died.promise },
    get isGone() {
      return died.isGone();
    },
    kill: (reason) => {
      died.because(reason);
      void worker.terminate();
    },
  };
}

function settle(waiting: Map<number, Waiting>, message: Exclude<FromThread, { kind: "diskLow" }>): void {
  const asked = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.kind === "done") asked?.resolve(message.reply);
  else asked?.reject(asError(message));
}

function asError({ message, code }: Extract<FromThread, { kind: "failed" }>): Error {
  return code === "disk.full" || code === "recording.empty" || code === "recording.lost"
    ? new RecorderError(code, message)
    : new Error(message);
}

/** `promise` settles when the thread ends without having been told to; whoever waits for an answer then hears of it. */
function watchDeath(worker: Worker, waiting: Map<number, Waiting>) {
  const { promise, resolve } = Promise.withResolvers<Error>();
  let [isGone, isExpected] = [false, false];
  let reason = new Error("the recorder's thread ended");
  worker.on("error", (error) => {
    reason = error instanceof Error ? error : new Error(String(error));
  });
  worker.on("exit", () => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    if (!isExpected) resolve(reason);
  });
  const expect = () => {
    isExpected = true;
  };
  const because = (error: Error) => {
    reason = error;
  };
  return { promise, isGone: () => isGone, expect, because };
}
