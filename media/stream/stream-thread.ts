// Entry of the stream's worker thread; open-stream-thread.ts starts it and speaks with it.
import { parentPort, workerData } from "node:worker_threads";
import { useFfmpeg } from "../ffmpeg/ffmpeg-path.ts";
import { BlockClock } from "./block-clock.ts";
import { OnAir } from "./on-air.ts";
import type { Call, CallName, Calls, FromThread, ThreadData } from "./thread-calls.ts";

useFfmpeg((workerData as ThreadData).ffmpegPath);
const streams = new Map<number, OnAir>();
const clock = new BlockClock(() => {
  for (const stream of streams.values()) stream.tick();
});

const send = (message: FromThread): void => parentPort?.postMessage(message);

function requireStream(stream: number): OnAir {
  const open = streams.get(stream);
  if (open === undefined) throw new Error("this stream is closed");
  return open;
}

async function closeStream(stream: number): Promise<void> {
  const open = streams.get(stream);
  streams.delete(stream);
  await open?.close();
}

const handlers: {
  [Name in CallName]: (data: Calls[Name]["data"]) => Calls[Name]["reply"] | Promise<Calls[Name]["reply"]>;
} = {
  openStream: ({ stream, delaySeconds, programme }) => {
    const tell: ConstructorParameters<typeof OnAir>[2] = (fact) => {
      send({ kind: "told", stream, fact });
    };
    streams.set(stream, new OnAir(delaySeconds, programme, tell));
  },
  setDelay: ({ stream, seconds }) => {
    requireStream(stream).setDelay(seconds);
  },
  continueProgramme: ({ stream, programme }) => {
    requireStream(stream).follow(programme);
  },
  drain: ({ stream }) => {
    requireStream(stream).drain();
  },
  cut: ({ stream, seconds }) => requireStream(stream).cut(seconds),
  startOutput: ({ stream, output }) => {
    requireStream(stream).startOutput(output);
  },
  stopOutput: ({ stream, output }) => requireStream(stream).stopOutput(output),
  listen: ({ stream, target }) => requireStream(stream).listen(target),
  closeStream: ({ stream }) => closeStream(stream),
  close: async () => {
    clock[Symbol.dispose]();
    await Promise.all([...streams.keys()].map(closeStream));
    parentPort?.close();
  },
};

async function answer({ id, name, data }: Call): Promise<void> {
  try {
    const handle = handlers[name] as (
      data: Call["data"],
    ) => Calls[CallName]["reply"] | Promise<Calls[CallName]["reply"]>;
    send({ kind: "done", id, reply: await handle(data) });
  } catch (error) {
    send({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
  }
}

parentPort?.on("message", (call: Call) => void answer(call));
