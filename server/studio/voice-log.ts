import type { AccountId, PupilId, RecordingId, StripId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import { speakersOf } from "./company.ts";
import { isInProgramme, isRecorded } from "./hearing.ts";
import type { TransmitterHooks } from "./transmitter.ts";

/** Writes down that a pupil's voice is recorded, and heard when the microphone is open. */
export type KeepVoice = (
  recordingId: RecordingId,
  voice: { stripId: StripId; pupilId: PupilId; isOpen: boolean },
) => Promise<void>;

/** Writes down whose an open microphone is from now on: `null` is a grown-up; nobody's once it is closed. */
export type KeepSpeakers = (
  recordingId: RecordingId,
  spell: { stripId: StripId; speakers: readonly (PupilId | null)[] },
) => Promise<void>;

/** Writes down that a pupil holds a part of the desk while a recording runs. */
export type KeepTechnician = (recordingId: RecordingId, pupilId: PupilId) => Promise<void>;

/** Writes down that somebody of the staff is heard. */
export type KeepAdult = (recordingId: RecordingId, accountId: AccountId) => Promise<void>;

/** What the log writes to. */
export type VoiceLogStore = {
  keepVoice: KeepVoice;
  keepSpeakers: KeepSpeakers;
  keepTechnician: KeepTechnician;
  keepAdult: KeepAdult;
};

type Parts = VoiceLogStore & { strips(): readonly Strip[]; onBug: (error: unknown) => void };
type Hooks = Pick<TransmitterHooks, "onStarted" | "onEnded">;

/**
 * Whose voices are recorded while a show is on air, and who is heard from when to when: who was said to speak into a microphone, whether they said something or
 * not. What a closed one picks up is on its track too.
 */
export class VoiceLog {
  readonly #parts: Parts;
  readonly #noted = new Set<string>();
  readonly #speakers = new Map<StripId, string>();
  #recordingId: RecordingId | undefined;
  #writing = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something changed at the desk. */
  look() {
    const recordingId = this.#recordingId;
    if (recordingId === undefined) return;
    const { keepVoice, keepTechnician, keepAdult } = this.#parts;
    for (const strip of this.#parts.strips()) {
      const { id: stripId, peerId } = strip;
      const isOpen = isInProgramme(strip);
      const recorded = isOpen || (peerId !== null && isRecorded(strip)) ? speakersOf(strip) : [];
      for (const pupilId of recorded)
        this.#once(`${stripId} ${pupilId} ${isOpen}`, () => keepVoice(recordingId, { stripId, pupilId, isOpen }));
      const heard = isOpen ? recorded : [];
      this.#noteSpeakers(recordingId, strip, heard);
      const { voice, lent } = strip;
      if (voice.kind === "pupil" && lent.length > 0)
        this.#once(`lent ${voice.pupilId}`, () => keepTechnician(recordingId, voice.pupilId));
      if (voice.kind === "teacher" && isOpen)
        this.#once(`adult ${voice.accountId}`, () => keepAdult(recordingId, voice.accountId));
    }
  }

  #noteSpeakers(recordingId: RecordingId, strip: Strip, heard: readonly PupilId[]) {
    const isOwn = strip.voice.kind === "teacher" && isInProgramme(strip);
    const speakers = isOwn ? [null] : heard;
    const told = speakers.join(" ") + (isOwn ? "own" : "");
    if ((this.#speakers.get(strip.id) ?? "") === told) return;
    this.#speakers.set(strip.id, told);
    this.#write(() => this.#parts.keepSpeakers(recordingId, { stripId: strip.id, speakers }));
  }

  #once(what: string, keep: () => Promise<void>) {
    if (this.#noted.has(what)) return;
    this.#noted.add(what);
    this.#write(keep);
  }

  #write(keep: () => Promise<void>) {
    this.#writing = this.#writing.then(keep).catch(this.#parts.onBug);
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
        this.#speakers.clear();
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
