import { once } from "node:events";
import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { ffmpegPath } from "../ffmpeg/ffmpeg-path.ts";
import type { Removed } from "./delay-line.ts";
import type { OutputName } from "./encode-args.ts";
import type { RtpTarget, StreamFact } from "./on-air.ts";
import { ThreadCaller } from "./thread-caller.ts";
import type { ThreadData } from "./thread-calls.ts";

/** The thread in which the delays and live encoders of all shows live. Disposing it ends them; what they hold never goes out. */
export type StreamThread = AsyncDisposable & {
  /** A stream that begins with the first block of its programme; `onFact` hears all that it tells. */
  openStream(options: { delaySeconds: number; onFact: (fact: StreamFact) => void }): Promise<LiveStream>;
  /** Settles only when the thread ended by itself, with the reason. */
  readonly died: Promise<Error>;
};

/** One show on its way out. Disposing it ends it at once: what is held never goes out. */
export type LiveStream = AsyncDisposable & {
  /** Takes `ProgrammeMessage`s; to be transferred to whoever makes them. After `closed`, what is held goes out, and the stream is over. */
  readonly inlet: MessagePort;
  /** Another inlet, for a programme that goes on after its thread died; what is missing between is covered. */
  reopenInlet(): Promise<MessagePort>;
  /** How much is to be held; an open stream comes to it by the pauses between words. */
  setDelay(seconds: number): Promise<void>;
  /** No more programme comes, whether `closed` was said or not: what is held goes out, and the stream is over. */
  drain(): Promise<void>;
  /** Takes the newest of what is held out, and covers it; `undefined` when nothing is held. */
  cut(seconds: number): Promise<Removed | undefined>;
  /** Encodes an output from here on, beginning with the last seconds that were heard. */
  startOutput(output: OutputName): Promise<void>;
  stopOutput(output: OutputName): Promise<void>;
  /** Sends what is heard as Opus RTP; `undefined` ends it. */
  listen(target: RtpTarget | undefined): Promise<void>;
};

/** Starts the thread with the ffmpeg of this one. */
export async function openStreamThread(): Promise<StreamThread> {
  const workerData: ThreadData = { ffmpegPath: ffmpegPath() };
  const worker = new Worker(new URL("./stream-thread.ts", import.meta.url), { workerData, name: "stream" });
  const caller = new ThreadCaller(worker);
  let streams = 0;
  await once(worker, "online");
  const openStream: StreamThread["openStream"] = async ({ delaySeconds, onFact }) => {
    const stream = (streams += 1);
    const { port1: inlet, port2: programme } = new MessageChannel();
    caller.hear(stream, onFact);
    await caller.call("openStream", { stream, delaySeconds, programme }, [programme]);
    return streamIn(caller, stream, inlet);
  };
  return { openStream, died: caller.died, [Symbol.asyncDispose]: () => caller[Symbol.asyncDispose]() };
}

function streamIn(caller: ThreadCaller, stream: number, inlet: MessagePort): LiveStream {
  const close = async (): Promise<void> => {
    caller.hear(stream, undefined);
    // A thread that is gone holds nothing any more.
    await caller.call("closeStream", { stream }).catch(() => undefined);
  };
  const reopenInlet = async () => {
    const { port1, port2: programme } = new MessageChannel();
    await caller.call("continueProgramme", { stream, programme }, [programme]);
    return port1;
  };
  return {
    inlet,
    reopenInlet,
    setDelay: (seconds) => caller.call("setDelay", { stream, seconds }),
    drain: () => caller.call("drain", { stream }),
    cut: (seconds) => caller.call("cut", { stream, seconds }),
    startOutput: (output) => caller.call("startOutput", { stream, output }),
    stopOutput: (output) => caller.call("stopOutput", { stream, output }),
    listen: (target) => caller.call("listen", { stream, target }),
    [Symbol.asyncDispose]: close,
  };
}
