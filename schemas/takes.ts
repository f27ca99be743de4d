import { z } from "zod";
import { ExerciseId, PupilId, ShowId, TakeId } from "./ids.ts";

/** Where a take stands: on its way to the station, kept by its pupil, or sent to the teacher to be heard. */
export const TakeState = z.enum(["arriving", "kept", "sent"]);
/** See {@link TakeState}. */
export type TakeState = z.infer<typeof TakeState>;

/** Where the analysis of a take stands; `measured` may still say that nothing can be trusted. */
export const TakeAnalysis = z.enum(["waiting", "measured", "failed"]);
/** See {@link TakeAnalysis}. */
export type TakeAnalysis = z.infer<typeof TakeAnalysis>;

/** A stretch of a take, s. */
export const TakeSpan = z.strictObject({ from: z.number().min(0), to: z.number().min(0) });
/** See {@link TakeSpan}. */
export type TakeSpan = z.infer<typeof TakeSpan>;

/** What is measured of a voice that can be trusted; methods and accuracy in docs/speech.md. */
export const TakeFigures = z.strictObject({
  speech: z.array(TakeSpan),
  pauses: z.array(TakeSpan),
  /** Share of the time from the first word to the last that is spoken. */
  phonationRatio: z.number(),
  /** Instants of the syllables, s. */
  nuclei: z.array(z.number()),
  /** Syllables per second, with the pauses and without. */
  syllableRate: z.number(),
  articulationRate: z.number(),
  /** Pitch, its middle in Hz and how far it moves in semitones; `null` where nothing was voiced. */
  pitch: z.strictObject({ medianHz: z.number(), deviationSemitones: z.number() }).nullable(),
  /** Pitch in whole Hz every 50 ms, 0 where there is none. */
  melody: z.array(z.int()),
  level: z
    .strictObject({ deviationDb: z.number(), slopeDbPerMinute: z.number(), endFallDb: z.number().nullable() })
    .nullable(),
});
/** See {@link TakeFigures}. */
export type TakeFigures = z.infer<typeof TakeFigures>;

/** Why no figure of a sound is to be shown. */
export const TakeDoubt = z.enum(["too_little_speech", "clipped", "noisy", "reverberant"]);
/** See {@link TakeDoubt}. */
export type TakeDoubt = z.infer<typeof TakeDoubt>;

/** All that was measured of a take. */
export const TakeMeasures = z.strictObject({
  seconds: z.number().min(0),
  /** The wave, 0 to 1, in points of equal length. */
  peaks: z.array(z.number().min(0).max(1)),
  doubts: z.array(TakeDoubt),
  quality: z.strictObject({ clippedShare: z.number(), snrDb: z.number(), decaySeconds: z.number() }),
  /** `null` where there are doubts: then nothing is told. */
  figures: TakeFigures.nullable(),
});
/** See {@link TakeMeasures}. */
export type TakeMeasures = z.infer<typeof TakeMeasures>;

const level = z.int().min(1).max(4);

/** What a pupil thinks of their own take, from 1 (not yet) to 4 (very well): all words are understood, stops at the punctuation, a living voice, loud enough. */
export const SelfAssessment = z.strictObject({ words: level, stops: level, liveliness: level, loudness: level });
/** See {@link SelfAssessment}. */
export type SelfAssessment = z.infer<typeof SelfAssessment>;

/** One recording of one pupil for one exercise. */
export const Take = z.strictObject({
  id: TakeId,
  exerciseId: ExerciseId,
  pupilId: PupilId,
  /** Who else is heard, in an interview of two. */
  partnerId: PupilId.nullable(),
  state: TakeState,
  recordedAt: z.iso.datetime(),
  durationSeconds: z.number().min(0),
  sentAt: z.iso.datetime().nullable(),
  analysis: TakeAnalysis,
  selfAssessment: SelfAssessment.nullable(),
  measures: TakeMeasures.nullable(),
});
/** See {@link Take}. */
export type Take = z.infer<typeof Take>;

/** What a page tells of a take before its sound comes (`Upload-Metadata` of tus). */
export const NewTake = z.strictObject({
  id: TakeId,
  recordedAt: z.iso.datetime(),
  durationSeconds: z.number().min(0).max(660),
  partnerId: PupilId.nullable(),
});
/** See {@link NewTake}. */
export type NewTake = z.infer<typeof NewTake>;

/** Body of `PATCH /api/takes/:id`: what its pupil thinks of it, and that it is for the teacher now. */
export const TakeChange = z.strictObject({
  selfAssessment: SelfAssessment.optional(),
  isSent: z.literal(true).optional(),
});
/** See {@link TakeChange}. */
export type TakeChange = z.infer<typeof TakeChange>;

/** Body of `PUT /api/takes/:id/partner`: who is heard in it too; `null` for nobody of the class. */
export const PartnerChoice = z.strictObject({ partnerId: PupilId.nullable() });
/** See {@link PartnerChoice}. */
export type PartnerChoice = z.infer<typeof PartnerChoice>;

/** Body of `POST /api/takes/:id/items`: the show in which it is to be heard. */
export const TakeForShow = z.strictObject({ showId: ShowId });
/** See {@link TakeForShow}. */
export type TakeForShow = z.infer<typeof TakeForShow>;

/** Who is heard in a take: whoever recorded it, and whom they spoke with. */
export const speakersIn = ({ pupilId, partnerId }: Pick<Take, "pupilId" | "partnerId">): PupilId[] =>
  partnerId === null ? [pupilId] : [pupilId, partnerId];

/** Largest take accepted, in bytes: ten minutes of what any browser records. */
export const largestTakeBytes = 30_000_000;

/** How long a take is kept that was never sent, in days; one that was sent goes with the school's tracks. */
export const unsentTakeDays = 30;
