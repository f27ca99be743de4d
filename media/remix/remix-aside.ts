import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { ffmpegPath } from "../ffmpeg/ffmpeg-path.ts";
import type { RemixOptions, RemixOrder, RemixWay } from "./remix.ts";
import type { FromRemixThread, RemixThreadData } from "./remix-thread.ts";

/**
 * A remix in a patient thread of its own, so that neither live sound nor the web server waits for it. Resolves or throws once the thread is gone; aborted,
 * it throws the signal's reason.
 */
export async function remixAside(order: RemixOrder, { signal, onProgress }: RemixOptions): Promise<RemixWay> {
  signal.throwIfAborted();
  const workerData: RemixThreadData = { order, ffmpegPath: ffmpegPath() };
  const worker = new Worker(new URL("./remix-thread.ts", import.meta.url), { workerData });
  const outcome: { way?: RemixWay; failed?: string } = {};
  worker.on("message", (message: FromRemixThread) => {
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
  if (outcome.way === undefined) throw new Error(outcome.failed ?? "the remix's thread ended");
  return outcome.way;
}
