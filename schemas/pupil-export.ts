import { z } from "zod";
import { VoiceConsent } from "./consent.ts";
import { Pupil } from "./people.ts";
import { ReadingMarks } from "./reading.ts";
import { Assessment, TakeComment } from "./reviews.ts";
import { SelfAssessment, TakeMeasures } from "./takes.ts";
import { ShowRole, ShowVoice } from "./turns.ts";

/** One isolated track of the pupil in the archive; `file` is its path there. */
export const ExportedTrack = z.strictObject({ file: z.string(), durationSeconds: z.number().min(0) });

/** A show in which the pupil's voice was recorded, or in which they did something else. */
export const ExportedShow = z.strictObject({
  title: z.string(),
  recordedAt: z.iso.datetime(),
  /** What became of it; `null` when no episode was made. */
  episode: z
    .strictObject({
      title: z.string(),
      publishedAt: z.iso.datetime().nullable(),
      /** What is said in it, where somebody wrote that down: plain words or WebVTT. */
      transcript: z.string().nullable(),
    })
    .nullable(),
  tracks: z.array(ExportedTrack),
  /** How long and how often they spoke; `null` where nobody measured it. */
  turns: ShowVoice.omit({ pupilId: true }).nullable(),
  roles: z.array(ShowRole),
  /** From when to when they were said to speak into an open microphone; without an end until the show's. */
  spells: z.array(z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime().nullable() })),
});
/** See {@link ExportedShow}. */
export type ExportedShow = z.infer<typeof ExportedShow>;

const share = z.number().min(0).max(1);

/** What was chosen in a rubric, in its words of today: of each criterion the level and what is heard at it, `null` where nothing was chosen. */
export const ExportedLevels = z.strictObject({
  rubric: z.string(),
  assessedAt: z.iso.datetime(),
  levels: z.array(z.strictObject({ criterion: z.string(), level: z.int().nullable(), heard: z.string().nullable() })),
  words: Assessment.shape.words,
});
/** See {@link ExportedLevels}. */
export type ExportedLevels = z.infer<typeof ExportedLevels>;

/** What is said of a take; `file` is the path of a teacher's voice note in the archive. Of classmates it tells what they said and not who they are. */
export const ExportedReview = z.strictObject({
  heardAt: z.iso.datetime().nullable(),
  reading: z
    .strictObject({
      marks: ReadingMarks,
      /** Words read correctly per minute, and their share of those read. */
      mclm: z.number().min(0),
      accuracy: share,
      /** In the words of the text of today. */
      misread: z.array(z.string()),
      corrected: z.array(z.string()),
    })
    .nullable(),
  comments: z.array(TakeComment.omit({ id: true, hasSound: true }).extend({ file: z.string().nullable() })),
  assessments: z.array(ExportedLevels.extend({ by: z.enum(["teacher", "self", "classmate"]) })),
  classmatesAsked: z.int().min(0),
});
/** See {@link ExportedReview}. */
export type ExportedReview = z.infer<typeof ExportedReview>;

/** A take in which the pupil is heard; `file` is its path in the archive, `null` where its sound has not arrived. */
export const ExportedTake = z.strictObject({
  exercise: z.string(),
  recordedAt: z.iso.datetime(),
  durationSeconds: z.number().min(0),
  file: z.string().nullable(),
  /** Theirs; `false` where they are heard in what a classmate recorded, of which it is not told what that one thinks of it. */
  isOwn: z.boolean(),
  selfAssessment: SelfAssessment.nullable(),
  measures: TakeMeasures.nullable(),
  review: ExportedReview,
});
/** See {@link ExportedTake}. */
export type ExportedTake = z.infer<typeof ExportedTake>;
/** What their family left for a show; `file` is the path of a voice in the archive. */
export const ExportedMessage = z.strictObject({
  show: z.string(),
  sentAt: z.iso.datetime(),
  text: z.string().nullable(),
  file: z.string().nullable(),
});
/** See {@link ExportedMessage}. */
export type ExportedMessage = z.infer<typeof ExportedMessage>;

/** `donnees.json` of what a school hands out about one pupil: all that the station keeps of them. */
export const PupilExport = z.strictObject({
  exportedAt: z.iso.datetime(),
  pupil: Pupil,
  classroom: z.string(),
  /** Every answer of the family, the newest first. */
  answers: z.array(VoiceConsent),
  shows: z.array(ExportedShow),
  /** What they recorded for oral exercises, the oldest first. */
  takes: z.array(ExportedTake),
  /** What they chose in rubrics for classmates' takes, which are not told further. */
  peerAssessments: z.array(ExportedLevels.extend({ exercise: z.string() })),
  /** Exercises of classmates' takes to which they were asked to listen. */
  askedToHear: z.array(z.string()),
  /** Since when their family may hear their first and latest take. */
  albumSharedAt: z.iso.datetime().nullable(),
  /** Sounds of the desk that were takes with their voice. */
  sounds: z.array(z.string()),
  /** What their family left for shows and is still kept. */
  messages: z.array(ExportedMessage),
  /** Parts of rundowns in which they speak. */
  parts: z.array(z.strictObject({ show: z.string(), title: z.string(), text: z.string() })),
  /** Shows from which they are barred. */
  barredFrom: z.array(z.string()),
  /** Whether a device of theirs is signed in. */
  sessions: z.int().min(0),
  hasFamilyLink: z.boolean(),
  /** Whether they touch three pictures after their bird; which ones the station cannot tell. */
  hasPictures: z.boolean(),
  /** What was done about them, the newest first; by whom is told by role. */
  acts: z.array(
    z.strictObject({ at: z.iso.datetime(), by: z.string(), act: z.string(), detail: z.string().nullable() }),
  ),
});
/** See {@link PupilExport}. */
export type PupilExport = z.infer<typeof PupilExport>;
