import { z } from "zod";
import type { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { KindWords } from "../../schemas/reviews.ts";
import { classesBeside } from "./classes-beside.ts";
import type { Database } from "./open-database.ts";

const kindWordsIn = (words: string) => z.array(KindWords).parse(JSON.parse(words));

const takesOf = (database: Database, classroomId: ClassroomId) =>
  database
    .selectFrom("take")
    .innerJoin("exercise", "exercise.id", "take.exerciseId")
    .where("exercise.classroomId", "in", classesBeside(database, classroomId));

/** What is said in a school of takes that are not this pupil's, by staff and by classmates, each with its exercise's title. */
export async function textsOfReviews(database: Database, classroomId: ClassroomId, notOf: PupilId) {
  const others = takesOf(database, classroomId).where("take.pupilId", "!=", notOf);
  const comments = others.innerJoin("takeComment", "takeComment.takeId", "take.id");
  const said = others.innerJoin("assessment", "assessment.takeId", "take.id");
  return [
    ...(await comments.select(["exercise.title", "takeComment.text"]).execute()).map((row) => ({
      title: row.title,
      texts: [row.text],
    })),
    ...(await said.select(["exercise.title", "assessment.words"]).execute()).map((row) => ({
      title: row.title,
      texts: kindWordsIn(row.words).map(({ text }) => text),
    })),
  ];
}

/** Takes a name out of what is said of takes in the school of a class. */
export async function forgetInReviews(database: Database, classroomId: ClassroomId, forget: (text: string) => string) {
  const comments = takesOf(database, classroomId).innerJoin("takeComment", "takeComment.takeId", "take.id");
  for (const { id, text } of await comments.select(["takeComment.id", "takeComment.text"]).execute())
    await database
      .updateTable("takeComment")
      .set({ text: forget(text) })
      .where("id", "=", id)
      .execute();
  const said = takesOf(database, classroomId).innerJoin("assessment", "assessment.takeId", "take.id");
  // Equal words become equal ones, whoever said them and of which take.
  for (const { words } of await said.select("assessment.words").distinct().execute()) {
    const told = JSON.stringify(kindWordsIn(words).map((each) => ({ ...each, text: forget(each.text) })));
    if (told === words) continue;
    const ofSchool = takesOf(database, classroomId).select("take.id");
    await database
      .updateTable("assessment")
      .set({ words: told })
      .where("words", "=", words)
      .where("takeId", "in", ofSchool)
      .execute();
  }
}
