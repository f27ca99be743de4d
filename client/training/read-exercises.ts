import type { Exercise } from "../../schemas/exercises.ts";
import type { ClassroomId, ExerciseId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { keptExercises } from "../api/kept-exercises.ts";
import { keepTrainingPages } from "../ui/start-worker.ts";
import { isNetworkLost } from "./pupil-session.ts";

/** What is heard and seen in an exercise. */
const filesOf = ({ id, hasModel, ownPictures }: Exercise): string[] => [
  ...(hasModel ? [api.exercises.modelUrl(id)] : []),
  ...ownPictures.map((picture) => api.exercises.pictureUrl(id, picture.id)),
];

/** The exercises that are for this pupil; from then on they open on this device without a network, and so they come where there is none. */
export async function readExercises(classroomId: ClassroomId): Promise<Exercise[]> {
  try {
    const exercises = await api.exercises.list(classroomId);
    void keptExercises.keepList(exercises, exercises.flatMap(filesOf)).catch(() => undefined);
    keepTrainingPages();
    return exercises;
  } catch (error) {
    const kept = isNetworkLost(error) ? await keptExercises.findList() : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
}

/** One of them. */
export async function readExercise(id: ExerciseId): Promise<Exercise> {
  try {
    return await api.exercises.read(id);
  } catch (error) {
    const kept = isNetworkLost(error) ? (await keptExercises.findList())?.find((each) => each.id === id) : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
}
