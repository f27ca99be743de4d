import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ExerciseId, TakeId } from "../../schemas/ids.ts";
import type { Exercises } from "../store/exercises.ts";
import type { Takes } from "../store/takes.ts";

/** Where the sounds of takes lie, and going with their rows. */
export type TakeShelf = {
  /** MP3, for a page. */
  soundPath(id: TakeId): string;
  removeTake(id: TakeId): Promise<void>;
  /** An exercise with all takes of it. */
  removeExercise(id: ExerciseId): Promise<void>;
  /** Throws away the files whose take is gone, however it went: with its pupil, its class, its time. */
  sweep(): Promise<void>;
};

type Parts = { exercises: Exercises; takes: Takes; mediaDirectory: string };

/** The folder of takes below the media directory. */
export const takesFolder = "takes";

/** Opens the folder of the takes and throws away what belongs to none. */
export async function openTakeShelf({ exercises, takes, mediaDirectory }: Parts): Promise<TakeShelf> {
  const directory = join(mediaDirectory, takesFolder);
  await mkdir(directory, { recursive: true });

  async function sweep() {
    const names = await readdir(directory);
    // Read after the files: a take has its row before its sound.
    const known = new Set(await takes.ids());
    const orphans = names.filter((name) => !known.has(name.split(".")[0]!));
    await Promise.all(orphans.map((name) => rm(join(directory, name), { recursive: true, force: true })));
  }

  await sweep();
  return {
    soundPath: (id) => join(directory, `${id}.mp3`),
    removeTake: async (id) => {
      await takes.remove(id);
      await sweep();
    },
    removeExercise: async (id) => {
      await exercises.remove(id);
      await sweep();
    },
    sweep,
  };
}
