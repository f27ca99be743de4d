import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { MessagePort } from "node:worker_threads";
import type { RecordingId, ShowId, StripId } from "../../schemas/ids.ts";
import type { RtpPort } from "../../schemas/programme.ts";
import { finishedRecording, type FinishedRecording } from "./finished-recording.ts";
import { joinProgramme } from "./join-programme.ts";
import { openTrack } from "./open-track.ts";
import { hearProgramme, type HeardProgramme } from "./hear-programme.ts";
import type { Passage } from "./passage.ts";
import { recoverRecording } from "./recover-recording.ts";
import { linesOf, openSessionIndex, readIndex, type SessionIndex } from "./session-index.ts";
import { requireSpace, watchDisk, type DiskLimits } from "./watch-disk.ts";

/** What a recording is of, and where it goes. The directory is made; one that holds anything is refused. */
export type RecordingOptions = { recordingId: RecordingId; showId: ShowId; directory: string; programme: MessagePort };

/** A producer's RTP that belongs to a strip, as the recorder gets it; `mixerSsrc` is the ssrc under which the mixer gets the same voice. */
export type VoiceOptions = {
  stripId: StripId;
  stripNumber: number;
  ssrc: number;
  payloadType: number;
  mixerSsrc: number;
};

/** A recording that a dead thread has begun, and the port on which its programme comes from now on. */
export type ContinueOptions = { directory: string; programme: MessagePort };

/** A recording inside the recorder's thread. Disposing it closes the files as they are, for `recoverRecording`. */
export type RunningRecording = AsyncDisposable & {
  mute(passages: readonly Passage[]): void;
  openTrack(voice: VoiceOptions): Promise<RtpPort>;
  /** Takes the programme from another port when the former one's other end is gone; resolves with the frames that are missing between. */
  continueProgramme(port: MessagePort): Promise<number>;
  finish(): Promise<FinishedRecording>;
};

type Watch = { limits: DiskLimits; onDiskLow(freeBytes: number): void };

/** Begins to record: throws `disk.full` when space is short. */
export async function openRecording(
  { recordingId, showId, directory, programme }: RecordingOptions,
  watch: Watch,
): Promise<RunningRecording> {
  await requireEmpty(directory);
  await requireSpace(directory, watch.limits);
  await using opening = new AsyncDisposableStack();
  const index = opening.use(openSessionIndex(directory));
  index.append({ kind: "opened", version: 1, recordingId, showId });
  const heard = opening.use(hearProgramme(programme, directory, index));
  const running = record({ directory, index, heard, files: opening.move(), tracks: 0 }, watch);
  const finish = async (): Promise<FinishedRecording> => {
    await using finishing = new AsyncDisposableStack();
    finishing.use(running);
    const loudness = await heard.closed();
    await running.closeTracks();
    await heard.writer.end();
    const frames = await joinProgramme(directory, heard.writer.segments, heard.frame);
    index.append({ kind: "closed", frame: frames, ...loudness });
    return finishedRecording(directory, await readIndex(directory));
  };
  return { ...running, finish };
}

/** Goes on with a recording whose thread died, in the same directory: further segments of the programme, further tracks. */
export async function continueRecording(
  { directory, programme }: ContinueOptions,
  watch: Watch,
): Promise<RunningRecording> {
  const lines = await readIndex(directory);
  await using opening = new AsyncDisposableStack();
  const index = opening.use(openSessionIndex(directory));
  index.append({ kind: "continued" });
  const segments = linesOf(lines, "segmentOpened").map(({ path, frame }) => ({ path: join(directory, path), frame }));
  const hasStarted = linesOf(lines, "started").length > 0;
  const heard = opening.use(hearProgramme(programme, directory, index, { segments, hasStarted, lines }));
  const tracks = linesOf(lines, "trackOpened").length;
  const running = record({ directory, index, heard, files: opening.move(), tracks }, watch);
  const finish = async (): Promise<FinishedRecording> => {
    await heard.closed();
    await running[Symbol.asyncDispose]();
    return recoverRecording(directory);
  };
  return { ...running, finish };
}

type Parts = {
  directory: string;
  index: SessionIndex;
  heard: HeardProgramme;
  files: AsyncDisposableStack;
  /** How many have been opened before. */
  tracks: number;
};

function record({ directory, index, heard, files, ...before }: Parts, { limits, onDiskLow }: Watch) {
  const frame = () => heard.frame;
  const lowDisk = (freeBytes: number) => {
    index.append({ kind: "diskLow", frame: frame(), freeBytes });
    onDiskLow(freeBytes);
  };
  files.use(watchDisk(directory, limits, lowDisk));
  const tracks = files.use(new AsyncDisposableStack());
  let track = before.tracks;

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
  return {
    openTrack: openNext,
    mute,
    continueProgramme: (port: MessagePort) => heard.continueOn(port),
    closeTracks: () => tracks.disposeAsync(),
    [Symbol.asyncDispose]: () => files.disposeAsync(),
  };
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
