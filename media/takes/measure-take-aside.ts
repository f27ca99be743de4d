import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { ffmpegPath } from "../ffmpeg/ffmpeg-path.ts";
import type { MeasuredTake, TakeOptions, TakeOrder } from "./measure-take.ts";
import type { FromTakeThread, TakeThreadData } from "./take-thread.ts";

/**
 * A take's analysis in a patient thread of its own, so that neither live sound nor the web server waits for it. Resolves or throws once the thread is gone;
 * aborted, it throws the signal's reason.
 */
export async function measureTakeAside(order: TakeOrder, { signal, onProgress }: TakeOptions): Promise<MeasuredTake> {
  signal.throwIfAborted();
  const workerData: TakeThreadData = { order, ffmpegPath: ffmpegPath() };
  const worker = new Worker(new URL("./take-thread.ts", import.meta.url), { workerData });
  const outcome: { found?: MeasuredTake; failed?: string } = {};
  worker.on("message", (message: FromTakeThread) => {
    if ("share" in message) onProgress(message.share);
    else Object.assign(outcome, message);
  });
  const stop = () => {
    worker.postMessage("stop");
  };
  signal.addEventListener("abort", stop);
  await once(worker, "exit").finally(() => {
    signal.removeEventListener("abort", stop);
  });
  signal.throwIfAborted();
  if (outcome.found === undefined) throw new Error(outcome.failed ?? "the take's thread ended");
  return outcome.found;
}
