import { z } from "zod";
import { ClassroomId, ExerciseId, PupilId, RundownItemId, ShowId } from "./ids.ts";
import { line, text, Title } from "./people.ts";
import { Picture } from "./pictures.ts";

/**
 * What is to be done: read a text aloud, talk about something, tell what a picture shows, an interview of two, say a poem, repeat after a model, present a part
 * of a show, or the same piece in the language of home and in French.
 */
export const ExerciseKind = z.enum([
  "readAloud",
  "talk",
  "picture",
  "interview",
  "poem",
  "repeat",
  "present",
  "twoLanguages",
]);
/** See {@link ExerciseKind}. */
export type ExerciseKind = z.infer<typeof ExerciseKind>;

/** A French school year, from the first one in which children read. */
export const Grade = z.enum(["cp", "ce1", "ce2", "cm1", "cm2", "6e", "5e", "4e", "3e", "lycee"]);
/** See {@link Grade}. */
export type Grade = z.infer<typeof Grade>;

/** Words read correctly per minute (MCLM) that are asked at the end of a year; older pupils are not measured so. */
export const mclmTargets: Readonly<Partial<Record<Grade, number>>> = {
  ...{ cp: 50, ce1: 70, ce2: 90, cm1: 110, cm2: 120, "6e": 130 },
};

/** The pace that is easy to listen to, in syllables per second with the pauses in it; the same for a whole class. */
export const Pace = z
  .strictObject({ slowest: z.number().min(0.5).max(9), fastest: z.number().min(0.5).max(9) })
  .refine(({ slowest, fastest }) => slowest < fastest);
/** See {@link Pace}. */
export type Pace = z.infer<typeof Pace>;

/** Who may hear a take besides the pupil who made it and the class's teachers. */
export const TakeListeners = z.enum(["teacher", "class"]);
/** See {@link TakeListeners}. */
export type TakeListeners = z.infer<typeof TakeListeners>;

/** Longest take accepted, in seconds: ten minutes. */
export const longestTakeSeconds = 600;
/** Most exercises a classroom may keep. */
export const mostExercises = 200;

const lines = (most: number) =>
  text
    .overwrite((given) => given.replaceAll("\r\n", "\n"))
    .trim()
    .max(most);

/** What a teacher says of an exercise. */
export const ExerciseSettings = z.strictObject({
  title: Title,
  kind: ExerciseKind,
  /** For whom the text is meant. */
  grade: Grade.nullable(),
  /** What to do, in a sentence or two. */
  instructions: lines(600),
  /** What is read, said by heart or repeated; empty where the pupil speaks freely. */
  text: lines(8_000),
  /** Points that help to speak freely, in their order. */
  plan: z.array(line(160)).max(8),
  /** Pictures to tell a story of. */
  pictures: z.array(Picture).max(6),
  /** The language of home, for a piece in two languages (BCP 47), and the piece in it where the teacher has it. */
  homeLanguage: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .nullable(),
  homeText: lines(8_000),
  /** The part of a show that is being prepared. */
  part: z.strictObject({ showId: ShowId, itemId: RundownItemId }).nullable(),
  /** How long the pupil is to speak. */
  targetSeconds: z.int().min(10).max(longestTakeSeconds).nullable(),
  pace: Pace,
  /** For whom; `null` for the whole class. */
  pupilIds: z.array(PupilId).min(1).max(60).nullable(),
  /** The last day, in Paris; it can still be done later. */
  dueOn: z.iso.date().nullable(),
  /** How many takes of it a pupil keeps at a time; an older one that was not sent makes room. */
  keptTakes: z.int().min(1).max(10),
  listeners: TakeListeners,
});
/** See {@link ExerciseSettings}. */
export type ExerciseSettings = z.infer<typeof ExerciseSettings>;

/** Most pictures that a teacher may add to an exercise. */
export const mostOwnPictures = 6;

/** A picture that a teacher adds, with what it shows for those who do not see it. */
export const OwnPicture = z.strictObject({ id: z.uuid(), alt: line(200) });
/** See {@link OwnPicture}. */
export type OwnPicture = z.infer<typeof OwnPicture>;

/** Form of `POST /api/exercises/:id/pictures`, beside its `file`. */
export const NewPicture = OwnPicture.pick({ alt: true });

/** An exercise as its class has it. A pupil is not told for whom else it is: `pupilIds` is then `null`. */
export const Exercise = ExerciseSettings.extend({
  pupilIds: z.array(PupilId).nullable(),
  id: ExerciseId,
  classroomId: ClassroomId,
  /** Words and syllables of the text, counted. */
  words: z.int().min(0),
  syllables: z.int().min(0),
  /** What the part of the show that is prepared says by now; `null` without one, and once it is gone. */
  partText: z.string().nullable(),
  ownPictures: z.array(OwnPicture),
  /** Whether there is a sound to listen to and repeat. */
  hasModel: z.boolean(),
  createdAt: z.iso.datetime(),
});
/** See {@link Exercise}. */
export type Exercise = z.infer<typeof Exercise>;

/** Body of `PATCH /api/exercises/:id`. */
export const ExerciseChange = ExerciseSettings.partial();
/** See {@link ExerciseChange}. */
export type ExerciseChange = z.infer<typeof ExerciseChange>;

const plain = (given: string) => given.replaceAll("\r\n", "\n").trim();

/** Whether a part of a show still says what the exercise took from it. */
export const isSameText = (one: string, other: string): boolean => plain(one) === plain(other);

/** What holds of an exercise until its teacher says otherwise. */
export const usualExercise: Omit<ExerciseSettings, "title" | "kind"> = {
  ...{ grade: null, instructions: "", text: "", plan: [], pictures: [], homeLanguage: null, homeText: "", part: null },
  ...{ targetSeconds: null, pace: { slowest: 2.5, fastest: 4.5 }, pupilIds: null, dueOn: null, keptTakes: 3 },
  listeners: "teacher",
};
