import { join } from "node:path";
import type { AnchorId, ExerciseId, TakeId } from "../../schemas/ids.ts";

/** The folder of takes below the media directory; the names in it begin with the id of the take, the exercise or the anchor. */
export const takesFolder = "takes";

/** Where the sounds of takes and exercises lie. */
export function takePaths(mediaDirectory: string) {
  const directory = join(mediaDirectory, takesFolder);
  return {
    directory,
    /** What has come of a take so far, as its browser made it. */
    arriving: (id: TakeId) => join(directory, `${id}.arriving`),
    /** MP3, for a page. */
    sound: (id: TakeId | AnchorId) => join(directory, `${id}.mp3`),
    /** JPEG of what is to be told. */
    picture: (id: ExerciseId, pictureId: string) => join(directory, `${id}.${pictureId}.jpg`),
    /** MP3 of what is to be repeated. */
    model: (id: ExerciseId) => join(directory, `${id}.model.mp3`),
  };
}
