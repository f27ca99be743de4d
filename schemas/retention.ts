import { z } from "zod";
import { ClassroomId, EpisodeId, ShowId } from "./ids.ts";
import { Title } from "./people.ts";

/** A day of every year, `MM-DD`; not 29 February, which most years lack. */
export const DayOfYear = z
  .string()
  .regex(/^\d\d-\d\d$/)
  .refine((day) => z.iso.date().safeParse(`2027-${day}`).success, "no such day");

const days = z.int().min(30).max(3_650);

/** How long a school keeps what its classes make. Days are counted from the show. */
export const RetentionPolicy = z
  .strictObject({
    /** Each voice as its own track, with what it takes to mix the show again. */
    trackDays: days,
    /** The whole programme as it was recorded, also what was cut from the broadcast; at least as long as the tracks. */
    recordingDays: days,
    /** Whole school years after the one of the show, at whose end the episode goes; `null` keeps episodes. */
    episodeYears: z.int().min(0).max(10).nullable(),
    /** Whether a teacher may put an episode's end off by a year. */
    mayKeepEpisodes: z.boolean(),
    /** The account of who did what. */
    auditDays: z.int().min(365).max(3_650),
    /** How many listened to what. */
    listeningDays: z.int().min(30).max(3_650),
    /** The last day, each year, of a voice consent that names none. */
    consentsEndOn: DayOfYear,
  })
  .refine(({ trackDays, recordingDays }) => recordingDays >= trackDays, {
    path: ["recordingDays"],
    error: "a recording is kept as long as its tracks",
  });
/** See {@link RetentionPolicy}. */
export type RetentionPolicy = z.infer<typeof RetentionPolicy>;

/** What holds for a school that has chosen nothing. */
export const usualRetention: RetentionPolicy = {
  trackDays: 365,
  recordingDays: 365,
  episodeYears: 1,
  mayKeepEpisodes: true,
  auditDays: 1_095,
  listeningDays: 730,
  consentsEndOn: "08-31",
};

/** Nothing goes before it was announced for so many days: neither what grew old, nor what a change of the policy reaches at once. */
export const noticeDays = 30;

/** Something that will be removed, on a day in Europe/Paris. With an episode goes what is left of its recording. */
export const Leaving = z.strictObject({
  what: z.enum(["tracks", "recording", "episode"]),
  day: z.iso.date(),
  classroomId: ClassroomId,
  classroomName: Title,
  showId: ShowId.nullable(),
  episodeId: EpisodeId.nullable(),
  /** Of the episode, or of a show that has none. */
  title: Title,
  /** Room on the disk that it frees. */
  bytes: z.int().min(0),
  /** Whether its teacher may put it off. */
  mayBeKept: z.boolean(),
});
/** See {@link Leaving}. */
export type Leaving = z.infer<typeof Leaving>;

/** Room on the disk that a class takes, in bytes. */
export const ClassRoom = z.strictObject({
  classroomId: ClassroomId,
  name: Title,
  tracks: z.int(),
  recordings: z.int(),
  episodes: z.int(),
});
/** See {@link ClassRoom}. */
export type ClassRoom = z.infer<typeof ClassRoom>;

/** What would go under a policy, in the order of its days. */
export const RetentionPlan = z.strictObject({
  leaving: z.array(Leaving),
  classes: z.array(ClassRoom),
  /** Nothing goes before this day. */
  from: z.iso.date(),
});
/** See {@link RetentionPlan}. */
export type RetentionPlan = z.infer<typeof RetentionPlan>;

/** A school's policy, and what it will remove. */
export const Retention = z.strictObject({ policy: RetentionPolicy, plan: RetentionPlan });
/** See {@link Retention}. */
export type Retention = z.infer<typeof Retention>;

/** The day after a number of days, both `YYYY-MM-DD`. */
export const daysAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/** The same day a year later; of 29 February, the first of March. */
export const yearAfter = (day: string): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)) + 1, Number(day.slice(5, 7)) - 1, Number(day.slice(8))))
    .toISOString()
    .slice(0, 10);
