import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { ffmpegPath } from "../ffmpeg/ffmpeg-path.ts";
import type { MeasuredTurns, TurnsOptions, TurnsOrder } from "./measure-turns.ts";
import type { FromTurnsThread, TurnsThreadData } from "./turns-thread.ts";

/**
 * {@link measureTurns} in a patient thread of its own, so that neither live sound nor the web server waits for it. Resolves or throws once the thread is gone;
 * aborted, it throws the signal's reason.
 */
export async function measureTurnsAside(
  order: TurnsOrder,
  { signal, onProgress }: TurnsOptions,
): Promise<MeasuredTurns> {
  signal.throwIfAborted();
  const workerData: TurnsThreadData = { order, ffmpegPath: ffmpegPath() };
  const worker = new Worker(new URL("./turns-thread.ts", import.meta.url), { workerData });
  const outcome: { found?: MeasuredTurns; failed?: string } = {};
  worker.on("message", (message: FromTurnsThread) => {
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
  if (outcome.found === undefined) throw new Error(outcome.failed ?? "the turns' thread ended");
  return outcome.found;
}
