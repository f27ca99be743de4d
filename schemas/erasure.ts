import { z } from "zod";

const count = z.int().min(0);

/** What erasing a pupil would touch. */
export const PupilTraces = z.strictObject({
  /** Answers of their family. */
  answers: count,
  /** Recordings in which their microphone was open, each with tracks of its own. */
  recordings: count,
  /** Episodes that are made anew without them. */
  remade: count,
  /** Episodes that are removed, for nobody else is heard in them. */
  removed: count,
});
/** See {@link PupilTraces}. */
export type PupilTraces = z.infer<typeof PupilTraces>;
