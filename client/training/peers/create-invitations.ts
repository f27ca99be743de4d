import { createResource } from "solid-js";
import type { ClassroomId, PupilId } from "../../../schemas/ids.ts";
import type { Pupil } from "../../../schemas/people.ts";
import type { PeerInvitation } from "../../../schemas/reviews.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { isNetworkLost } from "../pupil-session.ts";
import { api } from "../../api/api.ts";

/** What a pupil is asked to listen to, with the classmates who speak there. */
export function createInvitations(classroomId: ClassroomId) {
  const { t } = useI18n();
  const [found, { refetch, mutate }] = createResource(async () => {
    const list = await api.peers.list().catch((error: unknown) => {
      // Without a network the page says so once; what is asked of them needs the station.
      if (isNetworkLost(error) && !navigator.onLine) return [];
      throw error;
    });
    const pupils = list.length === 0 ? [] : (await api.classrooms.read(classroomId)).pupils;
    return { list, pupils };
  });
  const here = () => (found.state === "ready" || found.state === "refreshing" ? found.latest : undefined);
  const tell = (list: PeerInvitation[]) => mutate((before) => before && { ...before, list });
  const pupilOf = (id: PupilId | null) => here()?.pupils.find((pupil) => pupil.id === id);
  return {
    found,
    refetch: () => void refetch(),
    tell,
    /** Whether one of them waits for this pupil. */
    isWaiting: () => here()?.list.some(({ assessment }) => assessment === null) ?? false,
    /** Who speaks in it; unknown once they have left the class. */
    speakerOf: ({ pupilId }: PeerInvitation): Pupil | undefined => pupilOf(pupilId),
    /** All who speak in it, by name. */
    nameOf: ({ pupilId, partnerId }: PeerInvitation): string => {
      const one = pupilOf(pupilId)?.firstName ?? t("feedback.someone");
      const other = pupilOf(partnerId)?.firstName;
      return other === undefined ? one : t("feedback.and", { one, other });
    },
    /** Whether there is a list to show, or that it did not come. */
    isThere: () => found.state === "errored" || (here()?.list.length ?? 0) > 0,
  };
}
/** See {@link createInvitations}. */
export type Invitations = ReturnType<typeof createInvitations>;
