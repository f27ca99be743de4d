import { workerData } from "node:worker_threads";
import type { RtpPort } from "../../schemas/programme.ts";
import { useFfmpeg } from "../ffmpeg/ffmpeg-path.ts";
import { continueRecording, openRecording, type RunningRecording } from "./open-recording.ts";
import { answerCalls, byName } from "../lasting/answer-calls.ts";
import type { Calls, DiskLow, ThreadData } from "./thread-calls.ts";

const { ffmpegPath, limits } = workerData as ThreadData;
useFfmpeg(ffmpegPath);

const recordings = new Map<number, RunningRecording>();
const tracks = new Map<number, RtpPort>();
let lastTrack = 0;

function requireRecording(recording: number): RunningRecording {
  const running = recordings.get(recording);
  if (running === undefined) throw new Error("this recording is finished");
  return running;
}

type Watch = Parameters<typeof openRecording>[1];

async function begin(recording: number, open: (watch: Watch) => Promise<RunningRecording>): Promise<void> {
  const onDiskLow = (freeBytes: number) => {
    tell({ recording, freeBytes });
  };
  recordings.set(recording, await open({ limits, onDiskLow }));
}

const handle = byName<Calls>({
  openRecording: ({ recording, options }) => begin(recording, (watch) => openRecording(options, watch)),
  continueRecording: ({ recording, options }) => begin(recording, (watch) => continueRecording(options, watch)),
  continueProgramme: async ({ recording, programme }) => ({
    missingFrames: await requireRecording(recording).continueProgramme(programme),
  }),
  openTrack: async ({ recording, voice }) => {
    const port = await requireRecording(recording).openTrack(voice);
    const track = (lastTrack += 1);
    tracks.set(track, port);
    return { track, port: port.port };
  },
  mute: ({ recording, passages }) => {
    requireRecording(recording).mute(passages);
  },
  closeTrack: async ({ track }) => {
    await tracks.get(track)?.[Symbol.asyncDispose]();
    tracks.delete(track);
  },
  finish: ({ recording }) => {
    const running = requireRecording(recording);
    recordings.delete(recording);
    return running.finish();
  },
});

const tell = answerCalls<{ calls: Calls; told: DiskLow }>(handle, async () => {
  await Promise.all([...recordings.values()].map((recording) => recording[Symbol.asyncDispose]()));
});
