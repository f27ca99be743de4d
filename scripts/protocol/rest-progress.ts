import { z } from "zod";
import { AlbumChange, AlbumTake, ClassProgress, PupilProgress } from "../../schemas/progress.ts";
import { ReadingMarks } from "../../schemas/reading.ts";
import {
  NewAssessment,
  NewComment,
  PeerAssessment,
  PeerChoice,
  PeerInvitation,
  TakeReview,
} from "../../schemas/reviews.ts";
import { Rubric, RubricSettings } from "../../schemas/rubrics.ts";

/** What is said of takes, and how pupils get on. */
export const restProgress = {
  "GET /api/takes/:id/review": { does: "All that was said of a take.", answers: TakeReview },
  "PUT /api/takes/:id/hearing": { does: "A teacher has heard it.", answers: TakeReview },
  "PUT /api/takes/:id/reading": {
    does: "Which words of the text were misread, put right or left, by which the words read correctly per minute are counted.",
    body: ReadingMarks,
    answers: TakeReview,
  },
  "POST /api/takes/:id/comments": {
    does: "Says something of a take, or of a moment.",
    body: NewComment,
    answers: TakeReview,
  },
  "POST /api/takes/:id/voice-notes": {
    does: "The same with one's voice: a form with the sound in `file`, and `atSeconds` for a moment.",
    answers: TakeReview,
  },
  "GET /api/take-comments/:id/sound": { does: "A voice note.", answers: "audio" },
  "DELETE /api/take-comments/:id": { does: "Takes a comment back." },
  "PUT /api/takes/:id/assessment": {
    does: "The levels that a teacher chose in a rubric, in place of former ones.",
    body: NewAssessment,
    answers: TakeReview,
  },
  "PUT /api/takes/:id/peers": {
    does: "Who of the class is asked to listen; what others chose who are not any more is forgotten.",
    body: PeerChoice,
    answers: TakeReview,
  },
  "GET /api/peer-invitations": { does: "What a pupil was asked to listen to.", answers: z.array(PeerInvitation) },
  "GET /api/peer-invitations/:id/sound": { does: "The take of a classmate, for who was asked.", answers: "audio" },
  "PUT /api/peer-invitations/:id/assessment": {
    does: "What they think of it: levels, and kind words.",
    body: PeerAssessment,
    answers: z.array(PeerInvitation),
  },
  "GET /api/classrooms/:id/rubrics": { does: "The rubrics of a class.", answers: z.array(Rubric) },
  "POST /api/classrooms/:id/rubrics": { does: "Adds a rubric.", body: RubricSettings, answers: Rubric },
  "PUT /api/rubrics/:id": {
    does: "Writes a rubric anew; what was chosen by it stays.",
    body: RubricSettings,
    answers: Rubric,
  },
  "DELETE /api/rubrics/:id": { does: "Removes a rubric, with all that was chosen by it." },
  "GET /api/classrooms/:id/progress": {
    does: "How the pupils of a class speak and train since a day (`since`; a year without one), in the order of the class.",
    answers: ClassProgress,
  },
  "GET /api/pupils/:id/progress": {
    does: "How a pupil speaks and reads since a day (`since`; a year without one): takes, rubrics, shows.",
    answers: PupilProgress,
  },
  "PUT /api/pupils/:id/album": {
    does: "Lets a pupil's family hear the first and the latest take, or no longer.",
    body: AlbumChange,
    answers: AlbumChange,
  },
  "GET /api/family/albums": {
    does: "The first and the latest take of each child whose album is shared, the first first.",
    answers: z.array(AlbumTake),
  },
  "GET /api/family/albums/:id/sound": { does: "One of them, by the id of the take.", answers: "audio" },
} as const;
