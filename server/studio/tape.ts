import { rm } from "node:fs/promises";
import type { MessagePort } from "node:worker_threads";
import type { RecordingId } from "../../schemas/ids.ts";
import type { Mixer, Programme } from "../../media/mixer/mixer.ts";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import type { Recording } from "../../media/recorder/open-recorder-thread.ts";
import { recoverRecording } from "../../media/recorder/recover-recording.ts";
import type { Forward } from "../../media/sfu/open-forward.ts";
import type { Voice } from "./open-voice.ts";

type Parts = {
  mixer: Mixer;
  recording: Recording;
  /** The mixer's end of the recording's programme. */
  toRecorder: MessagePort;
  recordingId: RecordingId;
  directory: string;
  onBug: (error: unknown) => void;
};

/** One transmission's recording: the programme and each voice. Made ready in the countdown, it ends by `stop` or `discard`. */
export class Tape {
  readonly recordingId: RecordingId;
  readonly directory: string;
  readonly #parts: Parts;
  readonly #tracks = new Map<Voice, Promise<Forward | undefined>>();
  #programme: Programme | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.recordingId = parts.recordingId;
    this.directory = parts.directory;
  }

  /** Opens a track for a voice; the recorder keeps none of it before the programme begins. A track that fails is reported, the show goes on. */
  async addVoice(voice: Voice, stripNumber: number) {
    const opening = this.#openTrack(voice, stripNumber).catch((error: unknown): undefined => {
      this.#parts.onBug(error);
    });
    this.#tracks.set(voice, opening);
    await opening;
  }

  async #openTrack(voice: Voice, stripNumber: number): Promise<Forward> {
    const { stripId, mixerSsrc } = voice;
    const options = { stripId, stripNumber, mixerSsrc };
    const track = await voice.forward((rtp) => this.#parts.recording.openTrack({ ...options, ...rtp }));
    await track.resume();
    return track;
  }

  /** Lets a voice onto the recording, or keeps it off for a while. */
  async record(voice: Voice, stripNumber: number, isRecorded: boolean) {
    const track = this.#tracks.get(voice);
    if (track === undefined) {
      if (isRecorded) await this.addVoice(voice, stripNumber);
    } else if (isRecorded) await (await track)?.resume();
    else await (await track)?.pause();
  }

  /** Closes a voice's track. */
  async removeVoice(voice: Voice) {
    const track = await this.#tracks.get(voice);
    this.#tracks.delete(voice);
    // Fails only when the recorder's thread is gone, and the track with it.
    await track?.[Symbol.asyncDispose]().then(undefined, this.#parts.onBug);
  }

  /** Opens the programme: its first sample is the transmission's first. */
  async start() {
    this.#programme = await this.#parts.mixer.openProgramme(this.#parts.toRecorder);
  }

  /** Ends the programme, then the tracks, and closes all files. When mixer or recorder died, the recording goes to its last block. */
  async stop(): Promise<FinishedRecording> {
    const { recording, onBug } = this.#parts;
    await this.#closeProgramme();
    await this.#closeTracks();
    return recording.finish().catch((error: unknown) => {
      onBug(error);
      return recoverRecording(this.directory);
    });
  }

  async #closeProgramme() {
    // Fails only when the mixer's thread is gone, and its end of the recording's port with it.
    await this.#programme?.close().then(undefined, this.#parts.onBug);
  }

  /** Throws away a recording that never went on air. */
  async discard() {
    const { toRecorder, recording } = this.#parts;
    if (this.#programme === undefined) toRecorder.close();
    else await this.#closeProgramme();
    await this.#closeTracks();
    // Nothing was recorded: what it says of that does not matter.
    await recording.finish().catch(() => undefined);
    await rm(this.directory, { recursive: true, force: true });
  }

  async #closeTracks() {
    await Promise.all([...this.#tracks.keys()].map((voice) => this.removeVoice(voice)));
  }
}
