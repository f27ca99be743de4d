import type { ErasureWish, PupilTraces } from "../../schemas/erasure.ts";
import type { NewVoiceConsent, PupilConsent, VoiceConsent } from "../../schemas/consent.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { PupilId } from "../../schemas/ids.ts";
import type { NewPupil, Pupil } from "../../schemas/people.ts";
import type { DrawnSecret } from "../../schemas/pictures.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** Pupils, one by one. */
export const pupilsApi = {
  pupils: {
    change: (id: PupilId, change: Partial<NewPupil>): Promise<Pupil> =>
      take(server.pupils[":id"].$patch({ ...of(id), json: change })),
    readConsents: (id: PupilId): Promise<VoiceConsent[]> => take(server.pupils[":id"].consents.$get(of(id))),
    listEpisodes: (id: PupilId): Promise<Episode[]> => take(server.pupils[":id"].episodes.$get(of(id))),
    addConsent: (id: PupilId, consent: NewVoiceConsent): Promise<PupilConsent> =>
      take(server.pupils[":id"].consents.$post({ ...of(id), json: consent })),
    exportUrl: (id: PupilId) => `/api/pupils/${id}/export`,
    drawPictures: (id: PupilId): Promise<DrawnSecret> => take(server.pupils[":id"].pictures.$post(of(id))),
    removePictures: (id: PupilId) => take(server.pupils[":id"].pictures.$delete(of(id))),
    /** Opens the door once to a pupil who forgot their pictures. */
    letIn: (id: PupilId) => take(server.pupils[":id"]["door-passes"].$post(of(id))),
    /** What erasing them would touch. */
    readTraces: (id: PupilId): Promise<PupilTraces> => take(server.pupils[":id"].traces.$get(of(id))),
    remove: (id: PupilId, names?: ErasureWish["names"]) =>
      take(server.pupils[":id"].$delete({ ...of(id), query: { ...(names !== undefined && { names }) } })),
  },
};
