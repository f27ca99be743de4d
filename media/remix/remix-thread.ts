import { parentPort, workerData } from "node:worker_threads";
import { setPriority } from "node:os";
import { useFfmpeg } from "../ffmpeg/ffmpeg-path.ts";
import { ownThread } from "../priority/go-first.ts";
import { remix, type RemixOrder, type RemixWay } from "./remix.ts";

/** What a remix's thread is told when it starts. */
export type RemixThreadData = { order: RemixOrder; ffmpegPath: string };

/** What it says: how far it is, and at last how strips were left out, or why they were not. */
export type FromRemixThread = { share: number } | { way: RemixWay } | { failed: string };

const patience = 10;
const stepShare = 0.005;

const { order, ffmpegPath } = workerData as RemixThreadData;
useFfmpeg(ffmpegPath);
const thread = ownThread();
// A live show on the same cores goes first.
if (thread !== undefined) setPriority(thread, patience);

const say = (message: FromRemixThread): void => parentPort?.postMessage(message);
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
  say({ way: await remix(order, { signal: stop.signal, onProgress }) });
} catch (error) {
  say({ failed: error instanceof Error ? error.message : String(error) });
}
parentPort?.close();
