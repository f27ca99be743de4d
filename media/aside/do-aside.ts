import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { useFfmpeg } from "../ffmpeg/ffmpeg-path.ts";
import { ownThread } from "../priority/go-first.ts";
import { niceness, type Patience } from "../priority/patience.ts";
import type { AsideData, FromAside, WorkOptions } from "./aside-talk.ts";

/** Progress is told in steps, however often a work knows of it. */
const stepShare = 0.005;

/** The whole of a patient thread that `workAside` started: does the work that it was ordered, and tells of it. Live sound goes first. */
export async function doAside(
  work: (order: never, options: WorkOptions) => Promise<unknown>,
  patience: Patience,
): Promise<void> {
  const { order, ffmpegPath } = workerData as AsideData;
  useFfmpeg(ffmpegPath);
  const thread = ownThread();
  if (thread !== undefined) setPriority(thread, niceness[patience]);
  const say = (message: FromAside): void => parentPort?.postMessage(message);
  const stop = new AbortController();
  parentPort?.once("message", () => {
    stop.abort(new Error("stopped"));
  });
  let said = 0;
  const onProgress = (share: number) => {
    if (share - said < stepShare) return;
    said = share;
    say({ share });
  };
  try {
    say({ found: await work(order as never, { signal: stop.signal, onProgress }) });
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
  }
  parentPort?.close();
}
