import type { PupilId, RecordingId, StripId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import { speakersOf } from "./company.ts";
import { isInProgramme } from "./hearing.ts";
import type { TransmitterHooks } from "./transmitter.ts";

/** Writes down that a pupil is heard in a recording. */
export type KeepVoice = (recordingId: RecordingId, voice: { stripId: StripId; pupilId: PupilId }) => Promise<void>;

type Parts = { strips(): readonly Strip[]; keep: KeepVoice; onBug: (error: unknown) => void };
type Hooks = Pick<TransmitterHooks, "onStarted" | "onEnded">;

/** Which pupils are heard while a show is on air: who was said to speak into a microphone that was open, whether they said something or not. */
export class VoiceLog {
  readonly #parts: Parts;
  readonly #noted = new Set<string>();
  #recordingId: RecordingId | undefined;
  #writing = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something changed at the desk. */
  look() {
    const recordingId = this.#recordingId;
    if (recordingId === undefined) return;
    const { strips, keep, onBug } = this.#parts;
    for (const strip of strips().filter(isInProgramme))
      for (const pupilId of speakersOf(strip)) {
        const voice = { stripId: strip.id, pupilId };
        if (this.#noted.has(`${voice.stripId} ${pupilId}`)) continue;
        this.#noted.add(`${voice.stripId} ${pupilId}`);
        this.#writing = this.#writing.then(() => keep(recordingId, voice)).catch(onBug);
      }
  }

  /** The transmission's hooks with the log in them: who is open already is heard from the first second, and all is written down before the show is kept. */
  follow({ onStarted, onEnded }: Hooks): Hooks {
    return {
      onStarted: (id, directory) => {
        const started = onStarted(id, directory);
        // Nothing can be kept of a recording that is not.
        this.#writing = started.catch(() => undefined);
        this.#recordingId = id;
        this.#noted.clear();
        this.look();
        return started;
      },
      onEnded: async (id, finished) => {
        this.#recordingId = undefined;
        await this.#writing;
        return onEnded(id, finished);
      },
    };
  }
}
