import { z } from "zod";
import { ExerciseKind, Grade } from "./exercises.ts";
import { ExerciseId, PupilId, ShowId, TakeId } from "./ids.ts";
import { Title } from "./people.ts";
import { Assessment } from "./reviews.ts";
import { Rubric } from "./rubrics.ts";
import { ShowRole, ShowVoice } from "./turns.ts";

const seconds = z.number().min(0);
const count = z.int().min(0);

/**
 * Why a pupil may need their teacher, from what they did themselves: heard in none of the period's shows, no take for three weeks, reads less than three quarters of what
 * their text's grade asks, reads slower than at the beginning.
 */
export const Attention = z.enum(["notHeard", "noTake", "reading", "slower"]);
/** See {@link Attention}. */
export type Attention = z.infer<typeof Attention>;

/** One pupil of a class over a period, as a line of the class's page. */
export const PupilLine = z.strictObject({
  pupilId: PupilId,
  /** How long they speak in all shows of the period, and in which of them, in the order of `shows`. */
  airSeconds: seconds,
  spokeIn: z.array(z.boolean()),
  roles: z.array(ShowRole),
  /** Takes of the last eight weeks, whatever the period, the oldest first. */
  weeks: z.array(count).length(8),
  takes: count,
  /** Takes that were sent and nobody has heard yet, also from before the period. */
  toHear: count,
  lastTakeAt: z.iso.datetime().nullable(),
  attentions: z.array(Attention),
});
/** See {@link PupilLine}. */
export type PupilLine = z.infer<typeof PupilLine>;

/** How a class does over a period. Its pupils stand in the order of the class: nobody is ranked. */
export const ClassProgress = z.strictObject({
  since: z.iso.date(),
  shows: z.array(z.strictObject({ showId: ShowId, title: Title, recordedAt: z.iso.datetime() })),
  /** Takes that were sent and nobody has heard yet, also from before the period; one of two pupils counts for both of them, and once here. */
  toHear: count,
  pupils: z.array(PupilLine),
});
/** See {@link ClassProgress}. */
export type ClassProgress = z.infer<typeof ClassProgress>;

/** A take in a pupil's progress; a figure is `null` where it was not measured, cannot be trusted or was not marked. */
export const ProgressTake = z.strictObject({
  takeId: TakeId,
  exerciseId: ExerciseId,
  title: Title,
  kind: ExerciseKind,
  grade: Grade.nullable(),
  recordedAt: z.iso.datetime(),
  /** Who is heard in it too: then no figure is told, for it would be of two voices. */
  partnerId: PupilId.nullable(),
  isHeard: z.boolean(),
  /** Words read correctly per minute, and their share of those read, 0 to 1. */
  mclm: seconds.nullable(),
  accuracy: z.number().min(0).max(1).nullable(),
  /** Silences of a second or more, in a minute. */
  longPauses: seconds.nullable(),
  /** Syllables per second, with the pauses. */
  pace: seconds.nullable(),
  /** From the low to the high of the voice, in semitones: four standard deviations. */
  melody: seconds.nullable(),
});
/** See {@link ProgressTake}. */
export type ProgressTake = z.infer<typeof ProgressTake>;

/** What was chosen in a rubric about one take. */
export const ProgressLevels = Assessment.extend({ takeId: TakeId, recordedAt: z.iso.datetime() });
/** See {@link ProgressLevels}. */
export type ProgressLevels = z.infer<typeof ProgressLevels>;

/** All that is known of how a pupil speaks and reads over a period. */
export const PupilProgress = z.strictObject({
  pupilId: PupilId,
  since: z.iso.date(),
  /** Those that were sent, the oldest first. */
  takes: z.array(ProgressTake),
  /** Those from before the period that nobody has heard yet: a term that ends forgets no take. */
  toHearBefore: z.array(ProgressTake),
  rubrics: z.array(z.strictObject({ rubric: Rubric, levels: z.array(ProgressLevels) })),
  shows: z.array(
    z.strictObject({
      showId: ShowId,
      title: Title,
      recordedAt: z.iso.datetime(),
      voice: ShowVoice.nullable(),
      roles: z.array(ShowRole),
    }),
  ),
  /** Whether their family may hear the first and the latest take. */
  isAlbumShared: z.boolean(),
});
/** See {@link PupilProgress}. */
export type PupilProgress = z.infer<typeof PupilProgress>;

/** Body of `PUT /api/pupils/:id/album`. */
export const AlbumChange = z.strictObject({ isShared: z.boolean() });
/** See {@link AlbumChange}. */
export type AlbumChange = z.infer<typeof AlbumChange>;

/** A take of a family's child that the teacher shares: the first or the latest. */
export const AlbumTake = z.strictObject({
  takeId: TakeId,
  pupilId: PupilId,
  title: Title,
  recordedAt: z.iso.datetime(),
  durationSeconds: seconds,
});
/** See {@link AlbumTake}. */
export type AlbumTake = z.infer<typeof AlbumTake>;
