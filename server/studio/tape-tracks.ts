import type { Recording } from "../../media/recorder/open-recorder-thread.ts";
import type { Forward } from "../../media/sfu/open-forward.ts";
import type { Voice } from "./open-voice.ts";

type Track = { stripNumber: number; isRecorded: boolean; opening: Promise<Forward | undefined> };

/** The voices of a tape, each on its way from the SFU to its own track. */
export class TapeTracks {
  readonly #recording: () => Recording;
  readonly #onBug: (error: unknown) => void;
  readonly #tracks = new Map<Voice, Track>();

  constructor(recording: () => Recording, onBug: (error: unknown) => void) {
    this.#recording = recording;
    this.#onBug = onBug;
  }

  /** Opens a track; one that fails is reported. */
  async add(voice: Voice, stripNumber: number, isRecorded = true) {
    const opening = this.#open(voice, stripNumber, isRecorded).catch((error: unknown): undefined => {
      this.#onBug(error);
    });
    this.#tracks.set(voice, { stripNumber, isRecorded, opening });
    await opening;
  }

  async #open(voice: Voice, stripNumber: number, isRecorded: boolean): Promise<Forward> {
    const { stripId, mixerSsrc } = voice;
    const options = { stripId, stripNumber, mixerSsrc };
    const track = await voice.forward((rtp) => this.#recording().openTrack({ ...options, ...rtp }));
    if (isRecorded) await track.resume();
    return track;
  }

  /** Lets a voice onto its track, or keeps it off for a while. */
  async record(voice: Voice, stripNumber: number, isRecorded: boolean) {
    const track = this.#tracks.get(voice);
    if (track === undefined) {
      if (isRecorded) await this.add(voice, stripNumber);
      return;
    }
    track.isRecorded = isRecorded;
    const forward = await track.opening;
    await (isRecorded ? forward?.resume() : forward?.pause());
  }

  /** Closes a track. */
  async remove(voice: Voice) {
    const track = this.#tracks.get(voice);
    this.#tracks.delete(voice);
    // Fails only when the recorder's thread is gone, and the track with it.
    await (await track?.opening)?.[Symbol.asyncDispose]().then(undefined, this.#onBug);
  }

  /** Gives every voice a track of the recorder that has taken over; the former ones are gone. */
  async openAgain() {
    const voices = [...this.#tracks];
    await Promise.all(
      voices.map(async ([voice, { stripNumber, isRecorded, opening }]) => {
        // The recorder that should close its end is gone.
        await (await opening)?.[Symbol.asyncDispose]().then(undefined, () => undefined);
        if (this.#tracks.has(voice)) await this.add(voice, stripNumber, isRecorded);
      }),
    );
  }

  /** Closes all. */
  async close() {
    await Promise.all([...this.#tracks.keys()].map((voice) => this.remove(voice)));
  }
}
