import { Worker } from "node:worker_threads";
import type { RtpPort } from "../../schemas/programme.ts";
import { ffmpegPath } from "../ffmpeg/ffmpeg-path.ts";
import type { FinishedRecording } from "./finished-recording.ts";
import type { Passage, RecordingOptions, VoiceOptions } from "./open-recording.ts";
import type { ThreadData } from "./thread-calls.ts";
import { makeThreadCaller, type ThreadCaller } from "./thread-caller.ts";
import { usualDiskLimits, type DiskLimits } from "./watch-disk.ts";

/** The thread that records all shows. Disposing it closes every open recording's files; `recoverRecording` then finishes them. */
export type RecorderThread = AsyncDisposable & {
  /**
   * Begins to record a programme, whose port it takes over, into a new or empty directory. Throws `RecorderError` `disk.full`
   * when space is short.
   */
  openRecording(options: RecordingOptions): Promise<Recording>;
  /** Settles only when the thread ends unexpectedly. What it recorded is then for `recoverRecording`. */
  readonly died: Promise<Error>;
};

/** A recording under way; `finish()` ends it. */
export type Recording = {
  /**
   * A voice as its own Ogg/Opus file, written from the packets as received; files are named by number, never by a person. A voice
   * that comes again with another ssrc is another track. Disposing the port ends the track.
   */
  openTrack(voice: VoiceOptions): Promise<RtpPort>;
  /** Marks passages as never to be heard, on the programme and every track, in a private note; their sound is kept. Until `finish()`. */
  mute(passages: readonly Passage[]): Promise<void>;
  /** Tells every few seconds that free space is short. Returns what stops it. */
  onDiskLow(listener: (freeBytes: number) => void): () => void;
  /** Waits until the programme port says closed (or its other end is gone), then closes every file. To be called once. */
  finish(): Promise<FinishedRecording>;
};

/** Starts the recorder's thread with the ffmpeg of this one. */
export async function openRecorderThread(limits: Partial<DiskLimits> = {}): Promise<RecorderThread> {
  const workerData: ThreadData = { ffmpegPath: ffmpegPath(), limits: { ...usualDiskLimits, ...limits } };
  const worker = new Worker(new URL("./recorder-thread.ts", import.meta.url), { workerData, name: "recorder" });
  const caller = makeThreadCaller(worker);
  const openRecording = async (options: RecordingOptions): Promise<Recording> => {
    const { recording } = await caller.call("openRecording", options, [options.programme]);
    return runningRecording(caller, recording);
  };
  await caller.ready;
  return { openRecording, died: caller.died, [Symbol.asyncDispose]: () => caller[Symbol.asyncDispose]() };
}

function runningRecording(caller: ThreadCaller, recording: number): Recording {
  const openTrack = async (voice: VoiceOptions): Promise<RtpPort> => {
    const { track, port } = await caller.call("openTrack", { recording, voice });
    const dispose = async () => {
      await caller.call("closeTrack", { track });
    };
    return { ip: "127.0.0.1", port, [Symbol.asyncDispose]: dispose };
  };
  const onDiskLow = (listener: (freeBytes: number) => void) =>
    caller.onDiskLow((which, freeBytes) => {
      if (which === recording) listener(freeBytes);
    });
  const mute = async (passages: readonly Passage[]) => {
    await caller.call("mute", { recording, passages });
  };
  return { openTrack, mute, onDiskLow, finish: () => caller.call("finish", { recording }) };
}
