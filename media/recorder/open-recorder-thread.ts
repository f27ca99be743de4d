import { EventEmitter } from "node:events";
import { Worker, type MessagePort } from "node:worker_threads";
import type { RtpPort } from "../../schemas/programme.ts";
import { ffmpegPath } from "../ffmpeg/ffmpeg-path.ts";
import { LastingThread, type Revival } from "../lasting/lasting-thread.ts";
import { ThreadCaller } from "../lasting/thread-caller.ts";
import type { FinishedRecording } from "./finished-recording.ts";
import type { ContinueOptions, RecordingOptions, VoiceOptions } from "./open-recording.ts";
import type { Passage } from "./passage.ts";
import type { Calls, DiskLow, ThreadData } from "./thread-calls.ts";
import { usualDiskLimits, type DiskLimits } from "./watch-disk.ts";

/** The thread that records all shows. One that dies is started anew. Disposing it closes every open recording's files; `recoverRecording` then finishes them. */
export type RecorderThread = AsyncDisposable & {
  /**
   * Begins to record a programme, whose port it takes over, into a new or empty directory. Throws `RecorderError` `disk.full`
   * when space is short.
   */
  openRecording(options: RecordingOptions): Promise<Recording>;
  /** Goes on with a recording whose thread died; what it has in its directory stays, and is part of what `finish()` gives. */
  continueRecording(options: ContinueOptions): Promise<Recording>;
  /** Kills the thread as an exception would; resolves when the next one is there. */
  restart(): Promise<void>;
  /** Hears that the thread died and another one can go on with its recordings, which all refuse from now on; returns how to stop. */
  onRevived(listener: (revival: Revival) => void): () => void;
  /** Settles only when the thread died so often that no other one is started. What it recorded is then for `recoverRecording`. */
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
  /**
   * Takes the programme from another port when the former one's other end is gone; what is missing becomes silence. Resolves when the
   * programme has gone on, with the seconds that are missing.
   */
  continueProgramme(programme: MessagePort): Promise<number>;
  /** Tells every few seconds that free space is short. Returns what stops it. */
  onDiskLow(listener: (freeBytes: number) => void): () => void;
  /** Waits until the programme port says closed (or its other end is gone), then closes every file. To be called once. */
  finish(): Promise<FinishedRecording>;
};

type RecorderLife = ThreadCaller<Calls, DiskLow>;
type DiskLowEmitter = EventEmitter<{ diskLow: [DiskLow] }>;

const name = "the recorder's thread";
/** It writes to the disk without doing anything else meanwhile, and a disk may have to wake up first. */
const mostQuietMs = 30_000;
const closingMs = 30_000;

/** Starts the recorder's thread with the ffmpeg of this one. */
export async function openRecorderThread(limits: Partial<DiskLimits> = {}): Promise<RecorderThread> {
  const workerData: ThreadData = { ffmpegPath: ffmpegPath(), limits: { ...usualDiskLimits, ...limits } };
  const disks: DiskLowEmitter = new EventEmitter<{ diskLow: [DiskLow] }>().setMaxListeners(0);
  const onTold = (told: DiskLow) => void disks.emit("diskLow", told);
  const start = (): RecorderLife => {
    const worker = new Worker(new URL("./recorder-thread.ts", import.meta.url), { workerData, name: "recorder" });
    return new ThreadCaller({ worker, name, onTold, mostQuietMs, closingMs });
  };
  // Whoever records goes on by itself: it has the voices.
  const thread = new LastingThread({ name, start });
  let recordings = 0;
  const begin = async (name: "openRecording" | "continueRecording", options: RecordingOptions | ContinueOptions) => {
    const caller = await thread.now();
    const recording = (recordings += 1);
    await caller.call(name, { recording, options }, [options.programme]);
    return runningRecording(caller, disks, recording);
  };
  await thread.now();
  return {
    openRecording: (options) => begin("openRecording", options),
    continueRecording: (options) => begin("continueRecording", options),
    restart: () => thread.restart(),
    onRevived: (listener) => thread.onRevived(listener),
    died: thread.died,
    [Symbol.asyncDispose]: () => thread.end(),
  };
}

function runningRecording(caller: RecorderLife, disks: DiskLowEmitter, recording: number): Recording {
  const openTrack = async (voice: VoiceOptions): Promise<RtpPort> => {
    const { track, port } = await caller.call("openTrack", { recording, voice });
    const dispose = async () => {
      await caller.call("closeTrack", { track });
    };
    return { ip: "127.0.0.1", port, [Symbol.asyncDispose]: dispose };
  };
  const onDiskLow = (listener: (freeBytes: number) => void) => {
    const hear = (told: DiskLow) => {
      if (told.recording === recording) listener(told.freeBytes);
    };
    disks.on("diskLow", hear);
    return () => disks.off("diskLow", hear);
  };
  const mute = async (passages: readonly Passage[]) => {
    await caller.call("mute", { recording, passages });
  };
  const continueProgramme = async (programme: MessagePort) => {
    const { missingFrames } = await caller.call("continueProgramme", { recording, programme }, [programme]);
    return missingFrames / 48_000;
  };
  return { openTrack, mute, continueProgramme, onDiskLow, finish: () => caller.call("finish", { recording }) };
}
