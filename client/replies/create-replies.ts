import { createEffect, createResource, type Accessor } from "solid-js";
import type { ClassroomId, ShowId } from "../../schemas/ids.ts";
import type { Reply } from "../../schemas/replies.ts";
import { api } from "../api/api.ts";
import type { Signalling } from "../signalling.ts";
import { ready } from "../ui/ready.ts";

/** What families left for a class, as it changes; nothing until it is known. */
export type FamilyReplies = {
  readonly list: Accessor<readonly Reply[]>;
  /** Asks again, after an answer. */
  look(): void;
};

/** Follows the box of a class over the page's socket until the caller's owner is gone; with a show, what was left for that one. */
export function createReplies(
  classroomId: Accessor<ClassroomId | undefined>,
  signalling: Pick<Signalling, "hear" | "isConnected">,
  showId?: Accessor<ShowId>,
): FamilyReplies {
  const [replies, { refetch }] = createResource(classroomId, (id) => api.replies.list(id));
  const look = () => void refetch();
  signalling.hear("repliesChanged", (changed) => {
    if (changed.classroomId === classroomId()) look();
  });
  // What came while the line was down was not announced.
  createEffect((wasConnected: boolean | undefined) => {
    if (wasConnected === false && signalling.isConnected()) look();
    return signalling.isConnected();
  });
  const list = () => (ready(replies) ?? []).filter((reply) => showId === undefined || reply.showId === showId());
  return { list, look };
}
