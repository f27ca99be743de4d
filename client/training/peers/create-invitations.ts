import { createResource } from "solid-js";
import type { ClassroomId } from "../../../schemas/ids.ts";
import type { Pupil } from "../../../schemas/people.ts";
import type { PeerInvitation } from "../../../schemas/reviews.ts";
import { api } from "../../api/api.ts";

/** What a pupil is asked to listen to, with the classmates who speak there. */
export function createInvitations(classroomId: ClassroomId) {
  const [found, { refetch, mutate }] = createResource(async () => {
    const list = await api.peers.list();
    const pupils = list.length === 0 ? [] : (await api.classrooms.read(classroomId)).pupils;
    return { list, pupils };
  });
  const here = () => (found.state === "ready" || found.state === "refreshing" ? found.latest : undefined);
  const tell = (list: PeerInvitation[]) => mutate((before) => before && { ...before, list });
  return {
    found,
    refetch: () => void refetch(),
    tell,
    /** Whether one of them waits for this pupil. */
    isWaiting: () => here()?.list.some(({ assessment }) => assessment === null) ?? false,
    /** Who speaks in it; unknown once they have left the class. */
    speakerOf: ({ pupilId }: PeerInvitation): Pupil | undefined => here()?.pupils.find(({ id }) => id === pupilId),
  };
}
/** See {@link createInvitations}. */
export type Invitations = ReturnType<typeof createInvitations>;
