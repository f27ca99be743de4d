import type { Generated } from "kysely";
import type { Flag, Instant } from "./values.ts";

/** The rows about what was recorded, what became of it, and the work on it. */
export type ArchiveTables = {
  recording: {
    id: string;
    showId: string;
    /** Folder below the media directory. */
    directory: string;
    startedAt: Instant;
    /** NULL while it runs, and after a crash until it is recovered. */
    endedAt: Instant | null;
    durationSeconds: number | null;
    integratedLufs: number | null;
    /** When its tracks were removed because they were old, and when all of it was; the row stays with its episode. */
    tracksGoneAt: Generated<Instant | null>;
    goneAt: Generated<Instant | null>;
  };
  episode: {
    id: string;
    channelId: string;
    showId: string | null;
    recordingId: string | null;
    season: number;
    number: number;
    title: string;
    description: string;
    state: string;
    /** An audience of its own, narrower than its channel's; NULL for the channel's. */
    visibility: Generated<string | null>;
    /** What subscribers' apps know it by, where it came with one of its own; NULL for its id. */
    guid: Generated<string | null>;
    isExplicit: Generated<Flag>;
    /** Whether it was imported with a cover of its own. */
    ownCover: Generated<Flag>;
    importId: Generated<string | null>;
    recordedAt: Instant;
    publishedAt: Instant | null;
    /** When it had been published, while it is out of the feed until a voice has been left out. */
    publishedBefore: Generated<Instant | null>;
    /** A day, `YYYY-MM-DD`, before which it does not go though it is old. */
    keptUntil: Generated<string | null>;
    durationSeconds: number | null;
    /** JSON array of chapters. */
    chapters: string;
    /** JSON array of extracts. */
    soundbites: Generated<string>;
    /** JSON array of the titles of extracts that went with a rendering. */
    lostSoundbites: Generated<string>;
    /** NULL for the channel's. */
    licence: Generated<string | null>;
    /** Grows with every rendering; 0 before the first. Stands in the enclosures' addresses. */
    version: number;
    /** JSON array of {format, mimeType, byteLength, bitrate, path} of the current version. */
    enclosures: string;
    integratedLufs: number | null;
    truePeakDbtp: number | null;
    renderJobId: string | null;
    createdAt: Instant;
  };
  /** What is said in an episode, as text or WebVTT. */
  transcript: {
    episodeId: string;
    /** Stands in its address; no other text of the episode ever had it. */
    version: number;
    isTimed: number;
    text: string;
    /** When a teacher last saved it. */
    checkedAt: Instant;
  };
  job: {
    id: string;
    kind: string;
    /** JSON, read by the handler of this kind. */
    payload: string;
    /** The classroom whose staff may see it. */
    classroomId: string | null;
    state: string;
    progress: Generated<number>;
    attempts: Generated<number>;
    error: string | null;
    runAfter: Instant;
    createdAt: Instant;
  };
};
