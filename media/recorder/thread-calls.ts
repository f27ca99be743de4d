import type { MessagePort } from "node:worker_threads";
import type { ErrorCode } from "../../schemas/errors.ts";
import type { FinishedRecording } from "./finished-recording.ts";
import type { ContinueOptions, RecordingOptions, VoiceOptions } from "./open-recording.ts";
import type { Passage } from "./passage.ts";
import type { DiskLimits } from "./watch-disk.ts";

/** What the main thread asks of the recorder's thread. Recordings and tracks are named by numbers that the thread gives. */
export type Calls = {
  openRecording: { data: RecordingOptions; reply: { recording: number } };
  continueRecording: { data: ContinueOptions; reply: { recording: number } };
  /** Answered when the programme has gone on. */
  continueProgramme: { data: { recording: number; programme: MessagePort }; reply: { missingFrames: number } };
  openTrack: { data: { recording: number; voice: VoiceOptions }; reply: { track: number; port: number } };
  mute: { data: { recording: number; passages: readonly Passage[] }; reply: undefined };
  closeTrack: { data: { track: number }; reply: undefined };
  finish: { data: { recording: number }; reply: FinishedRecording };
  /** Closes everything; the thread then ends. */
  close: { data: undefined; reply: undefined };
};
/** Name of a call. */
export type CallName = keyof Calls;

/** A call on its way to the thread. */
export type Call = { [Name in CallName]: { id: number; name: Name; data: Calls[Name]["data"] } }[CallName];

/** What the thread sends back: answers, and what it tells unasked. */
export type FromThread =
  | { kind: "done"; id: number; reply: Calls[CallName]["reply"] }
  | { kind: "failed"; id: number; message: string; code: ErrorCode | undefined }
  | { kind: "diskLow"; recording: number; freeBytes: number };

/** What the thread is given at its start: worker threads do not see what the main thread chose. */
export type ThreadData = { ffmpegPath: string; limits: DiskLimits };
