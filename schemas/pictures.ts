import { z } from "zod";
import { PupilId } from "./ids.ts";

/** The pictures that a child who does not write yet keeps a secret of. No birds: those are the avatars. */
export const Picture = z.enum(["sun", "moon", "star", "house", "tree", "flower", "fish", "boat", "ball"]);
/** See {@link Picture}. */
export type Picture = z.infer<typeof Picture>;

/** Three pictures in their order; one may come again. */
export const PictureSecret = z.tuple([Picture, Picture, Picture]);
/** See {@link PictureSecret}. */
export type PictureSecret = z.infer<typeof PictureSecret>;

/** A secret as it is told to the teacher, this once. */
export const DrawnSecret = z.strictObject({ pupilId: PupilId, pictures: PictureSecret });
/** See {@link DrawnSecret}. */
export type DrawnSecret = z.infer<typeof DrawnSecret>;
