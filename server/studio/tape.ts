import { rm } from "node:fs/promises";
import type { MessagePort } from "node:worker_threads";
import type { RecordingId } from "../../schemas/ids.ts";
import type { Mixer, Programme } from "../../media/mixer/mixer.ts";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import type { Recording } from "../../media/recorder/open-recorder-thread.ts";
import { recoverRecording } from "../../media/recorder/recover-recording.ts";
import type { Passage } from "../../media/stream/delay-line.ts";
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

/** One transmission's recording: the programme and each voice. Made ready in the countdown, it ends by `closeProgramme` and `finish`, or by `discard`. */
export class Tape {
  readonly recordingId: RecordingId;
  readonly directory: string;
  readonly #parts: Parts;
  readonly #tracks = new Map<Voice, Promise<Forward | undefined>>();
  readonly #muted: Passage[] = [];
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

  /** Opens the programme: its first sample is the transmission's first. `stream` hears it too. */
  async start(stream: MessagePort | undefined) {
    const listeners = stream === undefined ? [] : [stream];
    this.#programme = await this.#parts.mixer.openProgramme(this.#parts.toRecorder, ...listeners);
  }

  /** Notes that passages of the programme are not to be heard by anybody. It is kept whatever becomes of the recorder. */
  async mute(passages: readonly Passage[]) {
    this.#muted.push(...passages);
    await this.#parts.recording.mute(passages).catch(this.#parts.onBug);
  }

  /** After the programme, ends the tracks, and closes all files. When mixer or recorder died, the recording goes to its last block. */
  async finish(): Promise<FinishedRecording> {
    const { recording, onBug } = this.#parts;
    await this.#closeTracks();
    return recording.finish().catch((error: unknown) => {
      onBug(error);
      return recoverRecording(this.directory, this.#muted);
    });
  }

  /** Ends the programme: nothing more is recorded. */
  async closeProgramme() {
    // Fails only when the mixer's thread is gone, and its end of the recording's port with it.
    await this.#programme?.close().then(undefined, this.#parts.onBug);
  }

  /** Throws away a recording that never went on air. */
  async discard() {
    const { toRecorder, recording } = this.#parts;
    if (this.#programme === undefined) toRecorder.close();
    else await this.closeProgramme();
    await this.#closeTracks();
    // Nothing was recorded: what it says of that does not matter.
    await recording.finish().catch(() => undefined);
    await rm(this.directory, { recursive: true, force: true });
  }

  async #closeTracks() {
    await Promise.all([...this.#tracks.keys()].map((voice) => this.removeVoice(voice)));
  }
}
