// Entry of the stream's worker thread; open-stream-thread.ts starts it and speaks with it.
import { workerData } from "node:worker_threads";
import { useFfmpeg } from "../ffmpeg/ffmpeg-path.ts";
import { answerCalls, byName } from "../lasting/answer-calls.ts";
import { BlockClock } from "./block-clock.ts";
import { OnAir } from "./on-air.ts";
import type { Calls, ThreadData, Told } from "./thread-calls.ts";

useFfmpeg((workerData as ThreadData).ffmpegPath);
const streams = new Map<number, OnAir>();
const clock = new BlockClock(() => {
  for (const stream of streams.values()) stream.tick();
});

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

const handle = byName<Calls>({
  openStream: ({ stream, ...options }) => {
    const onAir = new OnAir(options, (fact) => {
      tell({ stream, fact });
    });
    streams.set(stream, onAir);
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
  listen: ({ stream, target, port }) => requireStream(stream).listen(target, port),
  closeStream: ({ stream }) => closeStream(stream),
});

const tell = answerCalls<{ calls: Calls; told: Told }>(handle, async () => {
  clock[Symbol.dispose]();
  await Promise.all([...streams.keys()].map(closeStream));
});
