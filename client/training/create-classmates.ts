import { createResource, type Accessor } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { keptExercises } from "../api/kept-exercises.ts";
import { isNetworkLost } from "./pupil-session.ts";

/** As the station says, which stays here with the interview that wanted them; without a network, as it stayed. */
async function readClassmates(id: ClassroomId): Promise<readonly Pupil[]> {
  try {
    const { pupils } = await api.classrooms.read(id);
    await keptExercises.keepClassmates(pupils).catch(() => undefined);
    return pupils;
  } catch (error) {
    const kept = isNetworkLost(error) ? await keptExercises.findClassmates() : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
}

/** The pupils of a class, for an interview; nobody where they are not known, `undefined` while they are asked for. */
export function createClassmates(classroomId: Accessor<ClassroomId | undefined>) {
  const [found] = createResource(classroomId, readClassmates);
  return (): readonly Pupil[] | undefined => {
    if (found.state === "pending") return undefined;
    return found.state === "ready" ? found.latest : [];
  };
}
