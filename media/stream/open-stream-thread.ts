import { Worker } from "node:worker_threads";
import { ffmpegPath } from "../ffmpeg/ffmpeg-path.ts";
import { LastingThread, type Revival } from "../lasting/lasting-thread.ts";
import { ThreadCaller } from "../lasting/thread-caller.ts";
import { LiveStream, type StreamLife } from "./live-stream.ts";
import type { StreamFact } from "./on-air.ts";
import type { ThreadData, Told } from "./thread-calls.ts";

/**
 * The thread in which the delays and live encoders of all shows live. One that dies or hangs is started anew, and streams go on in the next
 * one; what it held never goes out. Disposing it ends them all.
 */
export type StreamThread = AsyncDisposable & {
  /** A stream that begins with the first block of its programme; `onFact` hears all that it tells. */
  openStream(options: { delaySeconds: number; onFact: (fact: StreamFact) => void }): Promise<LiveStream>;
  /** Kills the thread as an exception would; resolves when the next one has taken over. */
  restart(): Promise<void>;
  /** Hears that another thread has taken over: the programme has to be led into it, by `reopenInlet`. Returns how to stop. */
  onRevived(listener: (revival: Revival) => void): () => void;
  /** Settles only when the thread died so often that no other one is started, with the reason. */
  readonly died: Promise<Error>;
  /** Hears the same, for whoever goes before the thread does; returns how to stop. */
  onDied(listener: () => void): () => void;
};

const name = "the stream's thread";
const closingMs = 30_000;

/** Starts the thread with the ffmpeg of this one. `onFault` hears of what another thread could not take over. */
export async function openStreamThread({ onFault = () => undefined }: { onFault?: (error: unknown) => void } = {}) {
  const workerData: ThreadData = { ffmpegPath: ffmpegPath() };
  const streams = new Map<number, LiveStream>();
  const onTold = ({ stream, fact }: Told) => streams.get(stream)?.hear(fact);
  const start = (): StreamLife => {
    const worker = new Worker(new URL("./stream-thread.ts", import.meta.url), { workerData, name: "stream" });
    return new ThreadCaller({ worker, name, onTold, closingMs });
  };
  const restore = async (life: StreamLife) => {
    for (const stream of streams.values()) await stream.open(life);
  };
  const thread = new LastingThread({ name, start, restore });
  let opened = 0;
  const openStream: StreamThread["openStream"] = async ({ delaySeconds, onFact }) => {
    const number = (opened += 1);
    const onClosed = () => void streams.delete(number);
    const stream = new LiveStream({ thread, number, delaySeconds, onFact, onFault, onClosed });
    const life = await thread.now();
    streams.set(number, stream);
    await stream.open(life).catch((error: unknown) => {
      onClosed();
      throw error;
    });
    return stream;
  };
  await thread.now();
  return {
    openStream,
    restart: () => thread.restart(),
    onRevived: (listener) => thread.onRevived(listener),
    died: thread.died,
    onDied: (listener) => thread.onDied(listener),
    [Symbol.asyncDispose]: () => thread.end(),
  } satisfies StreamThread;
}
