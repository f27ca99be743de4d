import { createEffect, createResource, type Accessor } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { Newcomer } from "../../schemas/newcomers.ts";
import { api } from "../api/api.ts";
import type { Signalling } from "../signalling.ts";
import { ready } from "../ui/ready.ts";

/** Who waits at the door of a class, as it changes; nobody until it is known. */
export type AtTheClassDoor = {
  readonly classroomId: Accessor<ClassroomId | undefined>;
  readonly list: Accessor<readonly Newcomer[]>;
  /** Asks again, after an answer. */
  look(): void;
};

/** Follows the door of a class over the page's socket until the caller's owner is gone. */
export function createNewcomers(
  classroomId: Accessor<ClassroomId | undefined>,
  signalling: Pick<Signalling, "hear" | "isConnected">,
): AtTheClassDoor {
  const [list, { refetch }] = createResource(classroomId, (id) => api.newcomers.list(id));
  const look = () => void refetch();
  signalling.hear("newcomersChanged", (changed) => {
    if (changed.classroomId === classroomId()) look();
  });
  // Whoever came while the line was down was not announced.
  createEffect((wasConnected: boolean | undefined) => {
    if (wasConnected === false && signalling.isConnected()) look();
    return signalling.isConnected();
  });
  return { classroomId, list: () => ready(list) ?? [], look };
}
