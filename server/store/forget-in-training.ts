import { z } from "zod";
import { wordsOf } from "../../schemas/count-text.ts";
import { OwnPicture } from "../../schemas/exercises.ts";
import type { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { ReadingMarks } from "../../schemas/reading.ts";
import { classesBeside, schoolOf } from "./classes-beside.ts";
import type { Database } from "./open-database.ts";

type Forget = (text: string) => string;

/** Where an exercise's row has words that somebody typed. */
export const exerciseTexts = ["title", "words", "ownPictures"] as const;
type ExerciseTexts = Record<(typeof exerciseTexts)[number], string>;

/** Where a rubric's row has them; an anchor's has its `rubric` instead of a source. */
export const rubricTexts = ["title", "source", "criteria"] as const;
/** See {@link rubricTexts}. */
export const anchorTexts = ["title", "rubric", "criteria"] as const;

const TypedWords = z.looseObject({
  instructions: z.string(),
  text: z.string(),
  plan: z.array(z.string()),
  homeText: z.string(),
});
const typedIn = (words: string) => TypedWords.parse(JSON.parse(words));
const picturesIn = (ownPictures: string) => z.array(OwnPicture).parse(JSON.parse(ownPictures));
const criteriaIn = (criteria: string) =>
  z.array(z.looseObject({ title: z.string(), levels: z.array(z.string()) })).parse(JSON.parse(criteria));

/** What an exercise says, text by text. */
export function textsOfExercise({ title, words, ownPictures }: ExerciseTexts): string[] {
  const { instructions, text, plan, homeText } = typedIn(words);
  return [title, instructions, text, ...plan, homeText, ...picturesIn(ownPictures).map(({ alt }) => alt)];
}

/** What a rubric's criteria say, text by text. */
export const textsOfCriteria = (criteria: string): string[] =>
  criteriaIn(criteria).flatMap(({ title, levels }) => [title, ...levels]);

function forgetInTexts({ title, words, ownPictures }: ExerciseTexts, forget: Forget): ExerciseTexts {
  const typed = typedIn(words);
  const { instructions, text, plan, homeText } = typed;
  const told = { instructions: forget(instructions), text: forget(text), homeText: forget(homeText) };
  return {
    title: forget(title),
    words: JSON.stringify({ ...typed, ...told, plan: plan.map(forget) }),
    ownPictures: JSON.stringify(picturesIn(ownPictures).map(({ id, alt }) => ({ id, alt: forget(alt) }))),
  };
}

const forgetInCriteria = (criteria: string, forget: Forget): string =>
  JSON.stringify(
    criteriaIn(criteria).map(({ title, levels, ...others }) => ({
      ...others,
      ...{ title: forget(title), levels: levels.map(forget) },
    })),
  );

/** Where each word of a text stands once some are gone; `undefined` for those. */
function placesAfter(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  let place = 0;
  return before.map((word) => (word === after[place] ? place++ : undefined));
}

/** The marks of a reading laid over a text that lost words: what it came to stays as it was heard. */
function marksAfter(marks: ReadingMarks, places: readonly (number | undefined)[]): ReadingMarks {
  const moved = (words: readonly number[]) => words.flatMap((word) => places[word] ?? []);
  const read = moved([...Array(Math.min(marks.lastWord + 1, places.length)).keys()]);
  return {
    ...marks,
    ...{ misread: moved(marks.misread), corrected: moved(marks.corrected), lastWord: read.at(-1) ?? 0 },
  };
}

/** What was marked in its text keeps to its words. */
async function forgetInExercise(database: Database, row: ExerciseTexts & { id: string }, forget: Forget) {
  const { id, ...texts } = row;
  const told = forgetInTexts(texts, forget);
  if (exerciseTexts.every((column) => told[column] === texts[column])) return;
  await database.updateTable("exercise").set(told).where("id", "=", id).execute();
  const [before, after] = [wordsOf(typedIn(texts.words).text), wordsOf(typedIn(told.words).text)];
  if (before.length === after.length) return;
  const places = placesAfter(before, after);
  const takes = database.selectFrom("take").select("id").where("exerciseId", "=", id);
  const marked = database.selectFrom("takeReview").select(["takeId", "reading"]).where("takeId", "in", takes);
  for (const { takeId, reading } of await marked.where("reading", "is not", null).execute()) {
    const marks = marksAfter(ReadingMarks.parse(JSON.parse(reading!)), places);
    const values = { reading: JSON.stringify(marks) };
    await database.updateTable("takeReview").set(values).where("takeId", "=", takeId).execute();
  }
}

async function forgetInRubrics(database: Database, classroomId: ClassroomId, forget: Forget) {
  const rows = database.selectFrom("rubric").select(["id", ...rubricTexts]);
  const ofSchool = rows.where("classroomId", "in", classesBeside(database, classroomId));
  for (const { id, title, source, criteria } of await ofSchool.execute()) {
    const told = { title: forget(title), source: forget(source), criteria: forgetInCriteria(criteria, forget) };
    await database.updateTable("rubric").set(told).where("id", "=", id).execute();
  }
}

async function forgetInAnchors(database: Database, classroomId: ClassroomId, forget: Forget) {
  const rows = database.selectFrom("anchor").select(["id", ...anchorTexts]);
  for (const { id, title, rubric, criteria } of await rows
    .where("schoolId", "in", schoolOf(database, classroomId))
    .execute()) {
    const told = { title: forget(title), rubric: forget(rubric), criteria: forgetInCriteria(criteria, forget) };
    await database.updateTable("anchor").set(told).where("id", "=", id).execute();
  }
}

/** Takes a name out of what the school of a class practises and judges by: exercises, rubrics, and the sounds that its staff compare their ears by. */
export async function forgetInTraining(database: Database, classroomId: ClassroomId, forget: Forget) {
  const exercises = database.selectFrom("exercise").select(["id", ...exerciseTexts]);
  const ofSchool = exercises.where("classroomId", "in", classesBeside(database, classroomId));
  for (const row of await ofSchool.execute()) await forgetInExercise(database, row, forget);
  await forgetInRubrics(database, classroomId, forget);
  await forgetInAnchors(database, classroomId, forget);
}

/** Takes a pupil's name out of the exercises that are for them by name. */
export async function forgetInOwnExercises(database: Database, pupilId: PupilId, forget: Forget) {
  const own = database.selectFrom("exercisePupil").select("exerciseId").where("pupilId", "=", pupilId);
  const rows = database
    .selectFrom("exercise")
    .select(["id", ...exerciseTexts])
    .where("id", "in", own);
  for (const row of await rows.execute()) await forgetInExercise(database, row, forget);
}
