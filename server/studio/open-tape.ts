import { MessageChannel } from "node:worker_threads";
import type { RecordingId, ShowId } from "../../schemas/ids.ts";
import type { Mixer } from "../../media/mixer/mixer.ts";
import type { Recording, RecorderThread } from "../../media/recorder/open-recorder-thread.ts";
import { Tape } from "./tape.ts";

/** What a recording needs before it runs. */
export type TapeOptions = {
  mixer: Mixer;
  recorders: RecorderThread;
  recordingId: RecordingId;
  showId: ShowId;
  /** Where its files go; made if missing. */
  directory: string;
  onDiskLow: (freeBytes: number) => void;
  /** Something died and goes on: so many seconds are missing in the recording. */
  onInterrupted: (missingSeconds: number) => void;
  onBug: (error: unknown) => void;
};

/** Makes a recording ready, so that nothing of the programme's first second waits for a disk. Nothing is written before it starts. */
export async function openTape(options: TapeOptions): Promise<Tape> {
  const { port1: toRecorder, port2: programme } = new MessageChannel();
  const { recorders, recordingId, showId, directory } = options;
  const recording: Recording = await recorders.openRecording({
    recordingId,
    showId,
    directory,
    programme,
  });
  return new Tape({ ...options, recording, toRecorder });
}
