import { parentPort } from "node:worker_threads";
import { wellMs, type Call, type CallTable, type FromThread, type ToThread } from "./thread-talk.ts";

/** What a thread does for each call. */
export type Handlers<Calls extends CallTable> = {
  [Name in keyof Calls]: (data: Calls[Name]["data"]) => Calls[Name]["reply"] | Promise<Calls[Name]["reply"]>;
};

/** Does for a call what its name says. */
export const byName =
  <Calls extends CallTable>(handlers: Handlers<Calls>) =>
  ({ name, data }: Call<Calls>): unknown =>
    handlers[name](data);

/**
 * The thread's end of its talk with a `ThreadCaller`: answers calls, and says that the thread is well. Gives what tells something unasked.
 * `close` ends what is open when the main thread wants the thread to end.
 */
export function answerCalls<Talk extends { calls: CallTable; told: unknown }>(
  handle: (call: Call<Talk["calls"]>) => unknown,
  close: () => Promise<void> = () => Promise.resolve(),
): (told: Talk["told"]) => void {
  const say = (message: FromThread<Talk["told"]>): void => parentPort?.postMessage(message);
  const answer = async (call: Call<Talk["calls"]>): Promise<void> => {
    try {
      say({ kind: "answered", id: call.id, reply: await handle(call) });
    } catch (thrown) {
      const error = asError(thrown);
      const marks = { name: error.name, ...("code" in error && { code: error.code }) };
      say({ kind: "failed", id: call.id, error, marks });
    }
  };
  parentPort?.on("message", (message: ToThread<Talk["calls"]>) => {
    if (message.kind === "call") void answer(message);
    else void close().finally(() => parentPort?.close());
  });
  setInterval(() => {
    say({ kind: "well" });
  }, wellMs).unref();
  say({ kind: "well" });
  return (told) => {
    say({ kind: "told", told });
  };
}

/** Whatever was thrown, as an error that can be sent to another thread. */
export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
