import { rubricLibrary } from "../../../schemas/rubric-library/rubric-library.ts";
import type { Door, Pick } from "./door.ts";
import { families, itsClass, itsClassmates, itsPupil, itsSpeakers, type Rule } from "./rules.ts";
import { teachersOf } from "./usual-doors.ts";

const classmates: Rule = ({ role }) => role === "pupil";
const rubric = (pick: Pick) => ({ ...rubricLibrary[0]!, title: pick.word() });
/** "A pupil is compared with themself": what is said of a take is there for its pupil, and for no classmate. */
const ofTake = (about: "take" | "takeComment", may: Rule): Door => ({ may, about, hides: itsClassmates, tries: 2 });
const judged = (body?: Door["body"]): Door => teachersOf("take", body);
/** By invitation only. */
const asked: Door = { may: itsPupil, about: "peerInvitation", hides: classmates, tries: 2 };
/** "The family link can open it when the teacher shares it": of one's own child. */
const album: Rule = (who, thing) =>
  who.role === "family" && thing?.isInAlbum === true && who.childIds.has(thing.ownerId!);

/** The part of `httpDoors` about what is said of takes, and how pupils get on. */
export const progressDoors: Readonly<Record<string, Door>> = {
  "GET /api/takes/:id/review": ofTake("take", itsSpeakers),
  "PUT /api/takes/:id/hearing": judged(),
  "PUT /api/takes/:id/reading": judged(() => ({ misread: [1], corrected: [], lastWord: 3, from: 0, to: 4 })),
  "POST /api/takes/:id/comments": judged((pick) => ({ atSeconds: null, text: pick.word() })),
  "POST /api/takes/:id/voice-notes": judged(),
  "PUT /api/takes/:id/assessment": judged((pick) => ({ rubricId: pick.anywhere("rubric"), levels: [1, 2, 3, 4] })),
  "PUT /api/takes/:id/peers": judged((pick) => ({
    rubricId: pick.anywhere("rubric"),
    pupilIds: [pick.anywhere("pupil")],
  })),
  "GET /api/take-comments/:id/sound": ofTake("takeComment", itsSpeakers),
  "DELETE /api/take-comments/:id": teachersOf("takeComment"),
  "GET /api/peer-invitations": { may: classmates },
  "GET /api/peer-invitations/:id/sound": asked,
  "PUT /api/peer-invitations/:id/assessment": { ...asked, body: () => ({ levels: [1, 2, 3, 4], words: [] }) },
  "GET /api/classrooms/:id/rubrics": { may: itsClass, about: "classroom" },
  "POST /api/classrooms/:id/rubrics": teachersOf("classroom", rubric),
  "PUT /api/rubrics/:id": teachersOf("rubric", rubric),
  "DELETE /api/rubrics/:id": teachersOf("rubric"),
  "GET /api/classrooms/:id/progress": teachersOf("classroom"),
  "GET /api/pupils/:id/progress": teachersOf("pupil"),
  "PUT /api/pupils/:id/album": teachersOf("pupil", (pick) => ({ isShared: pick.coin() })),
  "GET /api/family/albums": { may: families },
  "GET /api/family/albums/:id/sound": { may: album, about: "take", gate: families, hides: families },
};
