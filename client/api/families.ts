import type { Family, FamilyAnswer, FamilyHome, FamilyLanguage, FamilyVoice } from "../../schemas/families.ts";
import type { FamilyId, PupilId } from "../../schemas/ids.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** Families: as staff keeps them, and what a family asks itself. */
export const familiesApi = {
  /** The page of the family that is signed in here. */
  readFamilyHome: (): Promise<FamilyHome> => take(server.family.$get()),
  familyVoices: {
    list: (): Promise<FamilyVoice[]> => take(server.family.voices.$get()),
    answer: (id: PupilId, answer: FamilyAnswer): Promise<FamilyVoice> =>
      take(server.family.voices[":id"].$post({ ...of(id), json: answer })),
  },
  families: {
    changeLanguage: (id: FamilyId, language: FamilyLanguage): Promise<Family> =>
      take(server.families[":id"].$patch({ ...of(id), json: { language } })),
    addChild: (id: FamilyId, pupilId: PupilId): Promise<Family> =>
      take(server.families[":id"].children[":pupilId"].$put({ param: { id, pupilId } })),
    removeChild: (id: FamilyId, pupilId: PupilId) =>
      take(server.families[":id"].children[":pupilId"].$delete({ param: { id, pupilId } })),
    renewLink: (id: FamilyId): Promise<Family> => take(server.families[":id"].links.$post(of(id))),
    revokeLink: (id: FamilyId): Promise<Family> => take(server.families[":id"].link.$delete(of(id))),
    drawPin: (id: FamilyId): Promise<{ pin: string }> => take(server.families[":id"].pins.$post(of(id))),
    removePin: (id: FamilyId): Promise<Family> => take(server.families[":id"].pin.$delete(of(id))),
  },
};
