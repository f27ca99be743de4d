import type { Generated } from "kysely";
import type { Flag, Instant } from "./values.ts";

/** The rows about oral exercises and what pupils make of them. */
export type OralTables = {
  exercise: {
    id: string;
    classroomId: string;
    title: string;
    kind: string;
    /** JSON of what is only read with it: instructions, text, plan, pictures, languages, pace. */
    words: string;
    /** Whether it is for the whole class; else for those of `exercisePupil`. */
    isForAll: Flag;
    /** The part of a show that is being prepared; the show's id goes when the show does. */
    showId: string | null;
    itemId: string | null;
    dueOn: string | null;
    keptTakes: number;
    listeners: string;
    hasModel: Generated<Flag>;
    /** JSON of the pictures that its teacher added, with what they show. */
    ownPictures: Generated<string>;
    createdAt: Instant;
  };
  /** Who speaks in a sound of the desk that was a take; the take's id goes when the take does. */
  spokenCart: { cartId: string; pupilId: string; takeId: Generated<string | null> };
  exercisePupil: { exerciseId: string; pupilId: string };
  take: {
    id: string;
    exerciseId: string;
    pupilId: string;
    partnerId: string | null;
    state: string;
    recordedAt: Instant;
    durationSeconds: number;
    /** Of the sound as it came. */
    byteLength: number;
    /** When its sound had come as a whole. */
    arrivedAt: Generated<Instant | null>;
    sentAt: Generated<Instant | null>;
    analysis: Generated<string>;
    /** JSON of its measures, once there are any. */
    measures: Generated<string | null>;
    /** JSON of what its pupil thinks of it. */
    selfAssessment: Generated<string | null>;
  };
};
