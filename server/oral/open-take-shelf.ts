import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ExerciseId, SchoolId, TakeId } from "../../schemas/ids.ts";
import { unsentTakeDays } from "../../schemas/takes.ts";
import { Refusal } from "../errors.ts";
import type { Anchors } from "../store/anchors.ts";
import type { Exercises } from "../store/exercises.ts";
import type { Takes } from "../store/takes.ts";
import { takePaths } from "./take-paths.ts";

/** Where the sounds of takes lie, and going with their rows. */
export type TakeShelf = {
  /** MP3, for a page. */
  soundPath(id: TakeId): string;
  /** MP3 of what is to be repeated. */
  modelPath(id: ExerciseId): string;
  /** Keeps a sound to be repeated, whatever browser or file it came from; refuses (`take.not_sound`) what is none. */
  keepModel(id: ExerciseId, uploadPath: string): Promise<void>;
  removeModel(id: ExerciseId): Promise<void>;
  removeTakes(ids: readonly TakeId[]): Promise<void>;
  /** An exercise with all takes of it. */
  removeExercise(id: ExerciseId): Promise<void>;
  /** Throws away the files whose take is gone, however it went: with its pupil, its class, its time. */
  sweep(): Promise<void>;
  /** Removes the takes that are past their time: 30 days unsent, else as long as the school keeps tracks. */
  removeOld(): Promise<void>;
};

/** Writes a sound to be repeated as MP3; tells whether it was one. */
export type EncodeModel = (input: string, output: string) => Promise<boolean>;

type Parts = {
  exercises: Exercises;
  takes: Takes;
  anchors: Pick<Anchors, "ids">;
  mediaDirectory: string;
  encodeModel: EncodeModel;
  /** How long each school keeps tracks, in days. */
  trackDays: () => Promise<ReadonlyMap<SchoolId, number>>;
  clock: () => number;
};

const dayMs = 86_400_000;

/** Opens the folder of the takes and throws away what belongs to none. */
export async function openTakeShelf(parts: Parts): Promise<TakeShelf> {
  const { exercises, takes, anchors, mediaDirectory, encodeModel, trackDays, clock } = parts;
  const paths = takePaths(mediaDirectory);
  await mkdir(paths.directory, { recursive: true });

  async function sweep() {
    const names = await readdir(paths.directory);
    // Read after the files: a take has its row before its sound.
    const known = new Set([...(await takes.ids()), ...(await exercises.ids()), ...(await anchors.ids())]);
    const orphans = names.filter((name) => !known.has(name.split(".")[0]!));
    await Promise.all(orphans.map((name) => rm(join(paths.directory, name), { recursive: true, force: true })));
  }

  await sweep();
  return {
    soundPath: paths.sound,
    modelPath: paths.model,
    keepModel: async (id, uploadPath) => {
      if (!(await encodeModel(uploadPath, paths.model(id)))) throw new Refusal("take.not_sound");
      await exercises.setModel(id, true);
    },
    removeModel: async (id) => {
      await exercises.setModel(id, false);
      await rm(paths.model(id), { force: true });
    },
    removeTakes: async (ids) => {
      for (const id of ids) {
        await takes.remove(id);
      }
      await sweep();
    },
    removeExercise: async (id) => {
      await exercises.remove(id);
      await sweep();
    },
    sweep,
    removeOld: async () => {
      const now = clock();
      for (const [schoolId, days] of await trackDays())
        await takes.removeOld(schoolId, { unsent: now - unsentTakeDays * dayMs, sent: now - days * dayMs });
      await sweep();
    },
  };
}
