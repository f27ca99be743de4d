import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { ffmpegPath } from "../ffmpeg/ffmpeg-path.ts";
import type { AsideData, FromAside, WorkOptions } from "./aside-talk.ts";

/**
 * Does a work in a thread of its own, so that neither live sound nor the web server waits for it; `thread` is a file that ends in `doAside`. Resolves or throws once
 * the thread is gone; aborted, it throws the signal's reason.
 */
export async function workAside<Found>(thread: URL, order: unknown, options: WorkOptions): Promise<Found> {
  const { signal, onProgress } = options;
  signal.throwIfAborted();
  const workerData: AsideData = { order, ffmpegPath: ffmpegPath() };
  const worker = new Worker(thread, { workerData });
  const outcome: { found?: Found; failed?: string } = {};
  worker.on("message", (message: FromAside) => {
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
  if (outcome.found === undefined) throw new Error(outcome.failed ?? `${thread.pathname.split("/").at(-1)} ended`);
  return outcome.found;
}
