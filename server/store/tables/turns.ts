import type { Instant } from "./values.ts";

/** The rows about who spoke how long in which show, and what else they did there. */
export type TurnsTables = {
  /** From when to when an open microphone was said to be a pupil's, or with NULL a grown-up's; endedAt NULL until the recording's end. */
  speakerSpell: {
    recordingId: string;
    stripId: string;
    pupilId: string | null;
    beganAt: Instant;
    endedAt: Instant | null;
  };
  heldRole: { recordingId: string; pupilId: string; role: string };
  /** A recording whose turns were measured; without pupils of whom to tell it equality is NULL. */
  measuredShow: {
    recordingId: string;
    measuredAt: Instant;
    seconds: number;
    overlaps: number;
    overlapSeconds: number;
    equality: number | null;
  };
  /** What a pupil, or with NULL the grown-ups together, had of it. */
  showVoice: {
    recordingId: string;
    pupilId: string | null;
    seconds: number;
    share: number;
    turns: number;
    longestSeconds: number;
    overlapSeconds: number;
    replyGapSeconds: number | null;
  };
};
