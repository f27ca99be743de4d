import { z } from "zod";
import { VoiceConsent } from "./consent.ts";
import { SelfAssessment, TakeMeasures } from "./takes.ts";
import { Pupil } from "./people.ts";

/** One isolated track of the pupil in the archive; `file` is its path there. */
export const ExportedTrack = z.strictObject({ file: z.string(), durationSeconds: z.number().min(0) });

/** A show in which the pupil's microphone was open on air. */
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
});
/** See {@link ExportedShow}. */
export type ExportedShow = z.infer<typeof ExportedShow>;

/** A take in which the pupil is heard; `file` is its path in the archive, `null` where its sound has not arrived. */
export const ExportedTake = z.strictObject({
  exercise: z.string(),
  recordedAt: z.iso.datetime(),
  durationSeconds: z.number().min(0),
  file: z.string().nullable(),
  selfAssessment: SelfAssessment.nullable(),
  measures: TakeMeasures.nullable(),
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
