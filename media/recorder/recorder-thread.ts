import { parentPort, workerData } from "node:worker_threads";
import type { RtpPort } from "../../schemas/programme.ts";
import { useFfmpeg } from "../ffmpeg/ffmpeg-path.ts";
import { continueRecording, openRecording, type RunningRecording } from "./open-recording.ts";
import { RecorderError } from "./recorder-error.ts";
import type { Call, CallName, Calls, FromThread, ThreadData } from "./thread-calls.ts";

const { ffmpegPath, limits } = workerData as ThreadData;
useFfmpeg(ffmpegPath);

const recordings = new Map<number, RunningRecording>();
const tracks = new Map<number, RtpPort>();
let lastNumber = 0;

const send = (message: FromThread): void => parentPort?.postMessage(message);

function requireRecording(recording: number): RunningRecording {
  const running = recordings.get(recording);
  if (running === undefined) throw new Error("this recording is finished");
  return running;
}

type Watch = Parameters<typeof openRecording>[1];

async function begin(open: (watch: Watch) => Promise<RunningRecording>): Promise<{ recording: number }> {
  const recording = (lastNumber += 1);
  const onDiskLow = (freeBytes: number) => {
    send({ kind: "diskLow", recording, freeBytes });
  };
  recordings.set(recording, await open({ limits, onDiskLow }));
  return { recording };
}

const handlers: { [Name in CallName]: (data: Calls[Name]["data"]) => Promise<Calls[Name]["reply"]> } = {
  openRecording: (options) => begin((watch) => openRecording(options, watch)),
  continueRecording: (options) => begin((watch) => continueRecording(options, watch)),
  continueProgramme: async ({ recording, programme }) => ({
    missingFrames: await requireRecording(recording).continueProgramme(programme),
  }),
  openTrack: async ({ recording, voice }) => {
    const port = await requireRecording(recording).openTrack(voice);
    const track = (lastNumber += 1);
    tracks.set(track, port);
    return { track, port: port.port };
  },
  mute: async ({ recording, passages }) => {
    requireRecording(recording).mute(passages);
    return undefined;
  },
  closeTrack: async ({ track }) => {
    await tracks.get(track)?.[Symbol.asyncDispose]();
    tracks.delete(track);
    return undefined;
  },
  finish: async ({ recording }) => {
    const running = requireRecording(recording);
    recordings.delete(recording);
    return await running.finish();
  },
  close: async () => {
    await Promise.all([...recordings.values()].map((recording) => recording[Symbol.asyncDispose]()));
    recordings.clear();
    parentPort?.close();
    return undefined;
  },
};

async function answer({ id, name, data }: Call): Promise<void> {
  try {
    const handle = handlers[name] as (data: Call["data"]) => Promise<Calls[CallName]["reply"]>;
    send({ kind: "done", id, reply: await handle(data) });
  } catch (error) {
    const code = error instanceof RecorderError ? error.code : undefined;
    send({ kind: "failed", id, message: error instanceof Error ? error.message : String(error), code });
  }
}

parentPort?.on("message", (call: Call) => void answer(call));
