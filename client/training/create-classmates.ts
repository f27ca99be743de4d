import { createResource, type Accessor } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import { api } from "../api/api.ts";

/** The pupils of a class, where they are wanted; nobody while they are not known, and without a network. */
export function createClassmates(classroomId: Accessor<ClassroomId | undefined>): Accessor<readonly Pupil[]> {
  const [found] = createResource(classroomId, async (id) => (await api.classrooms.read(id)).pupils);
  return () => (found.state === "ready" ? found.latest : []);
}
