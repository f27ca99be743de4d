import { readFile, rm, writeFile } from "node:fs/promises";
import type { Exercise } from "../../schemas/exercises.ts";
import { mostOwnPictures, type OwnPicture } from "../../schemas/exercises.ts";
import type { ExerciseId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Exercises } from "../store/exercises.ts";
import { takePaths } from "./take-paths.ts";

type Parts = {
  exercises: Pick<Exercises, "require" | "addPicture" | "removePicture">;
  mediaDirectory: string;
  /** An uploaded image as a page shows it; refuses what is none. */
  fitPicture: (image: Uint8Array) => Promise<Buffer>;
};

/** The pictures that teachers add to their exercises, as JPEGs beside the takes. */
export function openExercisePictures({ exercises, mediaDirectory, fitPicture }: Parts) {
  const paths = takePaths(mediaDirectory);
  return {
    path: paths.picture,
    /** Checks an uploaded image and keeps it with what it shows, in words. Refuses what `fitPicture` does, and `exercise.too_many_pictures`. */
    keep: async ({ id, ownPictures }: Exercise, uploadPath: string, alt: string): Promise<void> => {
      if (ownPictures.length >= mostOwnPictures) throw new Refusal("exercise.too_many_pictures");
      const jpeg = await fitPicture(await readFile(uploadPath));
      const picture = await exercises.addPicture(id, alt);
      await writeFile(paths.picture(id, picture.id), jpeg);
    },
    remove: async (exerciseId: ExerciseId, pictureId: OwnPicture["id"]): Promise<void> => {
      await exercises.removePicture(exerciseId, pictureId);
      await rm(paths.picture(exerciseId, pictureId), { force: true });
    },
  };
}
/** See {@link openExercisePictures}. */
export type ExercisePictures = ReturnType<typeof openExercisePictures>;
