import type { MessagePort } from "node:worker_threads";
import type { FinishedRecording } from "./finished-recording.ts";
import type { ContinueOptions, RecordingOptions, VoiceOptions } from "./open-recording.ts";
import type { Passage } from "./passage.ts";
import type { DiskLimits } from "./watch-disk.ts";

/** What the main thread asks of the recorder's thread. Recordings are named by numbers that the caller gives, tracks by numbers that the thread gives. */
export type Calls = {
  openRecording: { data: { recording: number; options: RecordingOptions }; reply: void };
  continueRecording: { data: { recording: number; options: ContinueOptions }; reply: void };
  /** Answered when the programme has gone on. */
  continueProgramme: { data: { recording: number; programme: MessagePort }; reply: { missingFrames: number } };
  openTrack: { data: { recording: number; voice: VoiceOptions }; reply: { track: number; port: number } };
  mute: { data: { recording: number; passages: readonly Passage[] }; reply: void };
  closeTrack: { data: { track: number }; reply: void };
  finish: { data: { recording: number }; reply: FinishedRecording };
};

/** A recording's disk is short of space. */
export type DiskLow = { recording: number; freeBytes: number };

/** What the thread is given at its start: worker threads do not see what the main thread chose. */
export type ThreadData = { ffmpegPath: string; limits: DiskLimits };
