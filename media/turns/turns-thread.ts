import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { useFfmpeg } from "../ffmpeg/ffmpeg-path.ts";
import { ownThread } from "../priority/go-first.ts";
import { measureTurns, type MeasuredTurns, type TurnsOrder } from "./measure-turns.ts";

/** What the thread is told when it starts. */
export type TurnsThreadData = { order: TurnsOrder; ffmpegPath: string };

/** What it says: how far it is, and at last what it found, or why it did not. */
export type FromTurnsThread = { share: number } | { found: MeasuredTurns } | { failed: string };

const patience = 12;

const { order, ffmpegPath } = workerData as TurnsThreadData;
useFfmpeg(ffmpegPath);
const thread = ownThread();
// A live show on the same cores goes first, and the rendering of one too.
if (thread !== undefined) setPriority(thread, patience);

const say = (message: FromTurnsThread): void => parentPort?.postMessage(message);
const stop = new AbortController();
parentPort?.once("message", () => {
  stop.abort(new Error("stopped"));
});
const onProgress = (share: number) => {
  say({ share });
};
try {
  say({ found: await measureTurns(order, { signal: stop.signal, onProgress }) });
} catch (error) {
  say({ failed: error instanceof Error ? error.message : String(error) });
}
parentPort?.close();
