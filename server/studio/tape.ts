import { rm } from "node:fs/promises";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { RecordingId } from "../../schemas/ids.ts";
import type { Mixer, Programme } from "../../media/mixer/mixer.ts";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import type { Revival } from "../../media/lasting/lasting-thread.ts";
import type { Recording, RecorderThread } from "../../media/recorder/open-recorder-thread.ts";
import { recoverRecording } from "../../media/recorder/recover-recording.ts";
import type { Passage } from "../../media/stream/delay-line.ts";
import { makeTurns } from "./make-turns.ts";
import { TapeTracks } from "./tape-tracks.ts";
import type { Voice } from "./open-voice.ts";

type Parts = {
  mixer: Mixer;
  recorders: RecorderThread;
  recording: Recording;
  /** The mixer's end of the recording's programme. */
  toRecorder: MessagePort;
  recordingId: RecordingId;
  directory: string;
  /** Something died and goes on: so many seconds of the programme are missing in the recording. */
  onInterrupted: (missingSeconds: number) => void;
  onDiskLow: (freeBytes: number) => void;
  onBug: (error: unknown) => void;
};

// What the recorder's thread throws comes as a plain error with its code.
const isEmpty = (error: unknown) => error instanceof Error && "code" in error && error.code === "recording.empty";

function passEmpty(error: unknown): undefined {
  if (!isEmpty(error)) throw error;
}

/**
 * One transmission's recording: the programme and each voice. Made ready in the countdown, it ends by `closeProgramme` and `finish`, or by `discard`. When the mixer's
 * or the recorder's thread dies, it goes on with the next one.
 */
export class Tape {
  readonly recordingId: RecordingId;
  readonly directory: string;
  readonly #parts: Parts;
  readonly #inTurn = makeTurns();
  readonly #tracks: TapeTracks;
  readonly #hearing = new DisposableStack();
  readonly #muted: Passage[] = [];
  #recording: Recording;
  #toRecorder: MessagePort;
  #programme: Programme | undefined;
  #reopenStream: () => Promise<MessagePort | undefined> = () => Promise.resolve(undefined);

  constructor(parts: Parts) {
    this.#parts = parts;
    this.recordingId = parts.recordingId;
    this.directory = parts.directory;
    this.#recording = parts.recording;
    this.#toRecorder = parts.toRecorder;
    this.#tracks = new TapeTracks(() => this.#recording, parts.onBug);
    this.#watchDisk();
    const inTurn = (goOn: () => Promise<void>) => void this.#inTurn(goOn).catch(parts.onBug);
    this.#hearing.defer(parts.mixer.onRevived(() => inTurn(() => this.#continueProgramme())));
    this.#hearing.defer(parts.recorders.onRevived((revival) => inTurn(() => this.#continueRecording(revival))));
  }

  /** Opens a track for a voice; the recorder keeps none of it before the programme begins. A track that fails is reported, the show goes on. */
  addVoice(voice: Voice, stripNumber: number): Promise<void> {
    return this.#tracks.add(voice, stripNumber);
  }

  /** Lets a voice onto the recording, or keeps it off for a while. */
  record(voice: Voice, stripNumber: number, isRecorded: boolean): Promise<void> {
    return this.#tracks.record(voice, stripNumber, isRecorded);
  }

  /** Closes a voice's track. */
  removeVoice(voice: Voice): Promise<void> {
    return this.#tracks.remove(voice);
  }

  /** Opens the programme: its first sample is the transmission's first. The stream hears it too, and gives another port for a programme that goes on. */
  start(stream: MessagePort | undefined, reopenStream: () => Promise<MessagePort | undefined>): Promise<void> {
    return this.#inTurn(async () => {
      this.#reopenStream = reopenStream;
      this.#programme = await this.#parts.mixer.openProgramme(
        this.#toRecorder,
        ...(stream === undefined ? [] : [stream]),
      );
    });
  }

  /** The stream is another one: it hears the programme from here on, unless that is over. */
  joinStream(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#programme === undefined || this.#hearing.disposed) return;
      const stream = await this.#reopenStream();
      if (stream !== undefined) await this.#programme.join(stream);
    });
  }

  /** Notes that passages of the programme are not to be heard by anybody. It is kept whatever becomes of the recorder. */
  async mute(passages: readonly Passage[]) {
    this.#muted.push(...passages);
    await this.#recording.mute(passages).catch(this.#parts.onBug);
  }

  /** The mixer is another one: its programme comes on another port, and goes on where the clock stands. */
  async #continueProgramme() {
    if (this.#programme === undefined) return;
    const { port1, port2 } = new MessageChannel();
    const going = this.#recording.continueProgramme(port2);
    // A recorder that dies meanwhile goes on by itself.
    void going.then(this.#parts.onInterrupted, this.#parts.onBug);
    const stream = await this.#reopenStream();
    this.#programme = await this.#parts.mixer.openProgramme(port1, ...(stream === undefined ? [] : [stream]));
  }

  /** The recorder is another one: the same recording goes on in further files. */
  async #continueRecording({ outageMs }: Revival) {
    const { recorders, directory, onInterrupted } = this.#parts;
    const revivedMs = performance.now();
    const { port1, port2 } = new MessageChannel();
    this.#recording = await recorders.continueRecording({ directory, programme: port2 });
    this.#watchDisk();
    await this.#recording.mute(this.#muted);
    this.#toRecorder = port1;
    await this.#programme?.join(port1);
    await this.#tracks.openAgain();
    if (this.#programme !== undefined) onInterrupted((outageMs + performance.now() - revivedMs) / 1_000);
  }

  #watchDisk() {
    const stop = this.#recording.onDiskLow(this.#parts.onDiskLow);
    if (this.#hearing.disposed) stop();
    else this.#hearing.defer(stop);
  }

  /** After the programme, ends the tracks, and closes all files. When mixer or recorder died, the recording goes to its last block; `undefined` when there is none. */
  async finish(): Promise<FinishedRecording | undefined> {
    await this.#tracks.close();
    return this.#recording
      .finish()
      .catch((error: unknown) => {
        if (!isEmpty(error)) this.#parts.onBug(error);
        return recoverRecording(this.directory, this.#muted);
      })
      .catch(passEmpty);
  }

  /** Ends the programme: nothing more is recorded. */
  closeProgramme(): Promise<void> {
    this.#hearing.dispose();
    // Fails only when the mixer's thread is gone, and its end of the recording's port with it.
    return this.#inTurn(async () => {
      await this.#programme?.close().then(undefined, this.#parts.onBug);
    });
  }

  /** Throws away a recording that never went on air. */
  async discard() {
    await this.closeProgramme();
    if (this.#programme === undefined) this.#toRecorder.close();
    await this.#tracks.close();
    // Nothing was recorded: what it says of that does not matter.
    await this.#recording.finish().catch(() => undefined);
    await rm(this.directory, { recursive: true, force: true });
  }
}
