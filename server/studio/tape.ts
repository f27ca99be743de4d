import { rm } from "node:fs/promises";
import type { Mixer, Programme } from "../../media/mixer/mixer.ts";
import type { Recording } from "../../media/recorder/open-recorder-thread.ts";
import type { Forward } from "../../media/sfu/open-forward.ts";
import type { RecordingId } from "../../schemas/ids.ts";
import type { Voice } from "./open-voice.ts";
import type { ProgrammeInlet } from "./programme-inlet.ts";

/** What the recorder makes of a show. */
export type FinishedRecording = Awaited<ReturnType<Recording["finish"]>>;

type Parts = {
  mixer: Mixer;
  recording: Recording;
  inlet: ProgrammeInlet;
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
  #isRolling = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.recordingId = parts.recordingId;
    this.directory = parts.directory;
  }

  /** Opens a track for a voice; its packets pass once the tape rolls. A track that fails is reported, the show goes on. */
  async addVoice(voice: Voice, stripNumber: number) {
    const { stripId } = voice;
    const opening = voice
      .forward((rtp) => this.#parts.recording.openTrack({ stripId, stripNumber, ...rtp }))
      .catch((error: unknown) => void this.#parts.onBug(error));
    this.#tracks.set(voice, opening);
    const track = await opening;
    if (this.#isRolling) await track?.resume();
  }

  /** Closes a voice's track. */
  async removeVoice(voice: Voice) {
    const track = await this.#tracks.get(voice);
    this.#tracks.delete(voice);
    await track?.[Symbol.asyncDispose]();
  }

  /** Lets the voices' packets pass, shortly before the start: what the mixer still holds then belongs to the programme's first sound. */
  async roll() {
    this.#isRolling = true;
    await Promise.all([...this.#tracks.values()].map(async (track) => (await track)?.resume()));
  }

  /** Opens the programme: its first sample is the transmission's first. */
  async start() {
    this.#programme = await this.#parts.mixer.openProgramme();
    this.#parts.inlet.pass(this.#programme.port);
  }

  /** Ends the programme, then the tracks, and closes all files. A mixer that died leaves a recording up to its last block. */
  async stop(): Promise<FinishedRecording> {
    const { inlet, recording, onBug } = this.#parts;
    const closing = this.#programme?.close().catch((error: unknown) => {
      onBug(error);
      inlet.end();
    });
    await Promise.race([closing, inlet.ended]);
    await inlet.ended;
    await this.#closeTracks();
    return recording.finish();
  }

  /** Throws away a recording that never went on air. */
  async discard() {
    await this.#programme?.close().catch(this.#parts.onBug);
    this.#parts.inlet.end();
    await this.#closeTracks();
    await this.#parts.recording.finish().catch(() => undefined);
    await rm(this.directory, { recursive: true, force: true });
  }

  async #closeTracks() {
    await Promise.all([...this.#tracks.keys()].map((voice) => this.removeVoice(voice)));
  }
}
