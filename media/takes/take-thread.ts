import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { useFfmpeg } from "../ffmpeg/ffmpeg-path.ts";
import { ownThread } from "../priority/go-first.ts";
import { measureTake, type MeasuredTake, type TakeOrder } from "./measure-take.ts";

/** What the thread is told when it starts. */
export type TakeThreadData = { order: TakeOrder; ffmpegPath: string };

/** What it says: how far it is, and at last what it found, or why it did not. */
export type FromTakeThread = { share: number } | { found: MeasuredTake } | { failed: string };

const patience = 12;

const { order, ffmpegPath } = workerData as TakeThreadData;
useFfmpeg(ffmpegPath);
const thread = ownThread();
// A live show on the same cores goes first, and the rendering of one too.
if (thread !== undefined) setPriority(thread, patience);

const say = (message: FromTakeThread): void => parentPort?.postMessage(message);
const stop = new AbortController();
parentPort?.once("message", () => {
  stop.abort(new Error("stopped"));
});
const onProgress = (share: number) => {
  say({ share });
};
try {
  say({ found: await measureTake(order, { signal: stop.signal, onProgress }) });
} catch (error) {
  say({ failed: error instanceof Error ? error.message : String(error) });
}
parentPort?.close();
