import { z } from "zod";

const count = z.int().min(0);

/** A text of a pupil's class that names them though they do not speak there. */
export const NamedPlace = z.strictObject({
  kind: z.enum(["show", "rundown", "episode", "cart", "exercise", "rubric", "anchor", "take"]),
  /** Of the show, the episode, the sound, the exercise (also of a take of it that something was said of) or the rubric. */
  title: z.string(),
  /** The words around the name. */
  passage: z.string(),
});
/** See {@link NamedPlace}. */
export type NamedPlace = z.infer<typeof NamedPlace>;

/** How `DELETE /api/pupils/:id` is asked: `everywhere` takes the first name out of every text of the school, also where the pupil does not speak. */
export const ErasureWish = z.strictObject({ names: z.enum(["everywhere"]).optional() });
/** See {@link ErasureWish}. */
export type ErasureWish = z.infer<typeof ErasureWish>;

/** What erasing a pupil would touch. */
export const PupilTraces = z.strictObject({
  /** Answers of their family. */
  answers: count,
  /** Recordings with their voice, each with tracks of its own. */
  recordings: count,
  /** Episodes that are made anew without them. */
  remade: count,
  /** Episodes that are removed, for nobody else is heard in them. */
  removed: count,
  /** Where the class's texts name them besides; left as they are, unless asked otherwise. */
  places: z.array(NamedPlace),
});
/** See {@link PupilTraces}. */
export type PupilTraces = z.infer<typeof PupilTraces>;
