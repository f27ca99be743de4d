import { nobody } from "./nobody.ts";

const typed = "names that somebody types";
const said = "what is said of a take";
const asked = "whose take they were asked to listen to";
const album = "that their family may hear their first and latest take";

/** Whom the columns about takes' reviews are about, for `personalData`. */
export const reviewData = {
  rubric: { id: nobody, classroomId: nobody, title: typed, source: typed, criteria: typed },
  takeReview: { takeId: said, heardAt: said, reading: said, mclm: said, accuracy: said },
  takeComment: { id: said, takeId: said, atSeconds: said, text: said, hasSound: said, createdAt: said },
  assessment: { takeId: said, rubricId: said, pupilId: said, levels: said, words: said, assessedAt: said },
  peerInvitation: { id: asked, takeId: asked, pupilId: asked, rubricId: asked },
  sharedAlbum: { pupilId: album, sharedAt: album },
} as const;
