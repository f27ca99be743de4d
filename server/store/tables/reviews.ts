import type { Flag, Instant } from "./values.ts";

/** The rows about what is said of pupils' takes. */
export type ReviewTables = {
  rubric: {
    id: string;
    classroomId: string;
    title: string;
    source: string;
    /** JSON array. */
    criteria: string;
  };
  takeReview: {
    takeId: string;
    heardAt: Instant | null;
    /** JSON, and what it comes to. */
    reading: string | null;
    mclm: number | null;
    accuracy: number | null;
  };
  takeComment: {
    id: string;
    takeId: string;
    atSeconds: number | null;
    text: string;
    hasSound: Flag;
    createdAt: Instant;
  };
  /** By a pupil, or with NULL by a teacher. */
  assessment: {
    takeId: string;
    rubricId: string;
    pupilId: string | null;
    /** JSON arrays. */
    levels: string;
    words: string;
    assessedAt: Instant;
  };
  peerInvitation: { id: string; takeId: string; pupilId: string; rubricId: string };
  /** Pupils whose first and latest take their family may hear. */
  sharedAlbum: { pupilId: string; sharedAt: Instant };
};
