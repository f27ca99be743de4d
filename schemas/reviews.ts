import { z } from "zod";
import { PeerInvitationId, PupilId, RubricId, TakeCommentId, TakeId } from "./ids.ts";
import { ReadingMarks } from "./reading.ts";
import { mostLevels, Rubric } from "./rubrics.ts";
import { text, Title } from "./people.ts";

/** Longest voice note, in seconds, and its largest file. */
export const longestNoteSeconds = 180;
/** See {@link longestNoteSeconds}. */
export const largestNoteBytes = 10_000_000;
/** Most comments on one take. */
export const mostComments = 100;

/** What a teacher says of a take, or of a moment of it: in words, or as a voice note. */
export const TakeComment = z.strictObject({
  id: TakeCommentId,
  /** `null` for the take as a whole. */
  atSeconds: z.number().min(0).nullable(),
  text: z.string(),
  hasSound: z.boolean(),
  createdAt: z.iso.datetime(),
});
/** See {@link TakeComment}. */
export type TakeComment = z.infer<typeof TakeComment>;

/** Body of `POST /api/takes/:id/comments`. */
export const NewComment = z.strictObject({
  atSeconds: z.number().min(0).max(3_600).nullable(),
  text: text.trim().min(1).max(1_000),
});
/** See {@link NewComment}. */
export type NewComment = z.infer<typeof NewComment>;

/** The levels of a rubric's criteria in their order, the first level being 1; `null` where nothing was chosen. */
const levels = z.array(z.int().min(1).max(mostLevels).nullable()).min(1).max(10);

/** How somebody beginning kindly goes on: which of the sentences that a page offers, and the words after it. */
export const KindWords = z.strictObject({
  starter: z.enum(["liked", "understood", "surprised", "advice"]),
  text: text.trim().min(1).max(300),
});
/** See {@link KindWords}. */
export type KindWords = z.infer<typeof KindWords>;

/** What a teacher, a classmate or the pupil themselves chose in a rubric. `pupilId` is whoever chose; `null` is a teacher. */
export const Assessment = z.strictObject({
  rubricId: RubricId,
  pupilId: PupilId.nullable(),
  levels,
  words: z.array(KindWords).max(4),
  assessedAt: z.iso.datetime(),
});
/** See {@link Assessment}. */
export type Assessment = z.infer<typeof Assessment>;

/** Body of `PUT /api/takes/:id/assessment`, and of a classmate's. */
export const NewAssessment = Assessment.pick({ rubricId: true, levels: true });
/** See {@link NewAssessment}. */
export type NewAssessment = z.infer<typeof NewAssessment>;

/** Body of `PUT /api/peer-invitations/:id/assessment`. */
export const PeerAssessment = Assessment.pick({ levels: true, words: true });
/** See {@link PeerAssessment}. */
export type PeerAssessment = z.infer<typeof PeerAssessment>;

/** Body of `PUT /api/takes/:id/peers`: who of the class is asked to listen, and by which rubric. */
export const PeerChoice = z.strictObject({ rubricId: RubricId, pupilIds: z.array(PupilId).max(4) });
/** See {@link PeerChoice}. */
export type PeerChoice = z.infer<typeof PeerChoice>;

/** All that was said of a take. A pupil is told who of their classmates said something, and of nobody else's take. */
export const TakeReview = z.strictObject({
  takeId: TakeId,
  /** When a teacher had heard it; `null` while it waits for that. */
  heardAt: z.iso.datetime().nullable(),
  reading: ReadingMarks.nullable(),
  comments: z.array(TakeComment),
  assessments: z.array(Assessment),
  peers: z.array(PupilId),
  /** The rubric that they are asked to listen by. */
  peerRubricId: RubricId.nullable(),
});
/** See {@link TakeReview}. */
export type TakeReview = z.infer<typeof TakeReview>;

/** What a pupil is asked to listen to: whose take, of which exercise, by which rubric. */
export const PeerInvitation = z.strictObject({
  id: PeerInvitationId,
  pupilId: PupilId,
  /** Who is heard in it too. */
  partnerId: PupilId.nullable(),
  exerciseTitle: Title,
  rubric: Rubric,
  /** What they chose already. */
  assessment: Assessment.nullable(),
});
/** See {@link PeerInvitation}. */
export type PeerInvitation = z.infer<typeof PeerInvitation>;
