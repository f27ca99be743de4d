import type { Generated } from "kysely";
import type { Flag, Instant } from "./values.ts";

/** The rows about what a voice may be used for, who was erased, and what was done. */
export type TrustTables = {
  /** Append-only (triggers refuse more): what a pupil's family said about their voice. Days are `YYYY-MM-DD` in Europe/Paris. */
  voiceConsent: {
    id: Generated<number>;
    pupilId: string;
    scope: string;
    isNamed: Generated<Flag>;
    givenBy: string;
    givenOn: string;
    endsOn: string;
    means: string;
    recordedAt: Instant;
    recordedBy: string | null;
  };
  /** Pupils who were said to speak into a microphone that was recorded; `wasOpen` when it was open meanwhile, and they were heard. They may be gone since. */
  heardVoice: {
    recordingId: string;
    stripId: string;
    pupilId: string;
    heardAt: Instant;
    wasOpen: Generated<Flag>;
    /** A pupil of another class, who speaks in a sound that was taken from there. */
    isGuest: Generated<Flag>;
  };
  /** Who speaks in which sound of the desk that a recording has (`soundId`: the cart, also when it is gone); of the take that it was made of, while that one is there. */
  playedVoice: {
    recordingId: string;
    stripId: Generated<string>;
    pupilId: string;
    soundId: string;
    takeId: Generated<string | null>;
  };
  /** Of the staff, who spoke into an open microphone of a recording. */
  heardAdult: { recordingId: string; accountId: string };
  /** Who is named at the microphone of whose tablet, until the show has ended (a trigger sees to it). */
  companion: { showId: string; ownerId: string; pupilId: string; place: number; isSpeaking: Flag; saidAt: Instant };
  /** Pupils who were erased; `answers` is how many their family had given, `scrubbedAt` when the file was written anew after that. */
  erasedPupil: { pupilId: string; erasedAt: Instant; answers: number; scrubbedAt: Generated<Instant | null> };
  /** Pupils whose voice an episode is to do without; `way` once its files do. */
  leftOutVoice: { episodeId: string; pupilId: string; leftOutAt: Instant; way: Generated<string | null> };
  /** Append-only (triggers refuse UPDATE, and DELETE of what the schools still keep): consent, moderation, publication, erasure. */
  audit: {
    id: Generated<number>;
    at: Instant;
    /** `account:…`, `pupil:…` or `system`. */
    actor: string;
    act: string;
    /** `show:…`, `episode:…`, … */
    target: string;
    detail: string | null;
    /** Where it belongs, told when it is written; NULL where nothing of it was there any more. */
    schoolId: string | null;
    classroomId: string | null;
  };
};
