import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { MessagePort } from "node:worker_threads";
import type { RecordingId, ShowId, StripId } from "../../schemas/ids.ts";
import type { RtpPort } from "../../schemas/programme.ts";
import { finishedRecording, type FinishedRecording } from "./finished-recording.ts";
import { joinProgramme } from "./join-programme.ts";
import { openTrack } from "./open-track.ts";
import { hearProgramme } from "./hear-programme.ts";
import { openSessionIndex, readIndex } from "./session-index.ts";
import { requireSpace, watchDisk, type DiskLimits } from "./watch-disk.ts";

/** What a recording is of, and where it goes. The directory is made; one that holds anything is refused. */
export type RecordingOptions = { recordingId: RecordingId; showId: ShowId; directory: string; programme: MessagePort };

/** A part of the programme, in frames since its opening. */
export type Passage = { from: number; to: number };

/** A producer's RTP that belongs to a strip, as the recorder gets it; `mixerSsrc` is the ssrc under which the mixer gets the same voice. */
export type VoiceOptions = {
  stripId: StripId;
  stripNumber: number;
  ssrc: number;
  payloadType: number;
  mixerSsrc: number;
};

/** A recording inside the recorder's thread. Disposing it closes the files as they are, for `recoverRecording`. */
export type RunningRecording = AsyncDisposable & {
  mute(passages: readonly Passage[]): void;
  openTrack(voice: VoiceOptions): Promise<RtpPort>;
  finish(): Promise<FinishedRecording>;
};

/** Begins to record: throws `disk.full` when space is short. */
export async function openRecording(
  { recordingId, showId, directory, programme }: RecordingOptions,
  limits: DiskLimits,
  onDiskLow: (freeBytes: number) => void,
): Promise<RunningRecording> {
  await requireEmpty(directory);
  await requireSpace(directory, limits);
  await using opening = new AsyncDisposableStack();
  const index = opening.use(openSessionIndex(directory));
  index.append({ kind: "opened", version: 1, recordingId, showId });
  const heard = opening.use(hearProgramme(programme, directory, index));
  const frame = () => heard.frame;
  const lowDisk = (freeBytes: number) => {
    index.append({ kind: "diskLow", frame: frame(), freeBytes });
    onDiskLow(freeBytes);
  };
  opening.use(watchDisk(directory, limits, lowDisk));
  const tracks = opening.use(new AsyncDisposableStack());
  const open = opening.move();
  let track = 0;

  const openNext = async (voice: VoiceOptions): Promise<RtpPort> => {
    track += 1;
    // Named by number, never by a person.
    const { stripId, stripNumber, mixerSsrc } = voice;
    const path = `track-${track}-strip-${stripNumber}.opus`;
    index.append({ kind: "trackOpened", frame: frame(), track, path, stripId, stripNumber, mixerSsrc });
    const options = { path: join(directory, path), track, index, frame };
    return tracks.use(closedOnce(await openTrack(options, voice, heard)));
  };
  const mute = (passages: readonly Passage[]) => {
    for (const { from, to } of passages) index.append({ kind: "muted", frame: frame(), from, to });
  };
  const finish = async (): Promise<FinishedRecording> => {
    await using finishing = new AsyncDisposableStack();
    finishing.use(open);
    const loudness = await heard.closed;
    await tracks.disposeAsync();
    await heard.writer.end();
    const frames = await joinProgramme(directory, heard.writer.segments, heard.frame);
    index.append({ kind: "closed", frame: frames, ...loudness });
    return finishedRecording(directory, await readIndex(directory));
  };
  return { openTrack: openNext, mute, finish, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

async function requireEmpty(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const [entry] = await readdir(directory);
  if (entry !== undefined) throw new Error(`${directory} already holds ${entry}: a recording is never written over`);
}

/** A track's owner and its recording both close it; the second time does nothing. */
function closedOnce(port: RtpPort): RtpPort {
  let closing: PromiseLike<void> | undefined;
  return { ...port, [Symbol.asyncDispose]: () => (closing ??= port[Symbol.asyncDispose]()) };
}
