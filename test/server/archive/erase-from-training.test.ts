import { expect, test } from "vitest";
import { usualExercise } from "../../../schemas/exercises.ts";
import type { PupilTraces } from "../../../schemas/erasure.ts";
import { wordsOf } from "../../../schemas/count-text.ts";
import { TakeId, type ExerciseId, type PupilId } from "../../../schemas/ids.ts";
import { newId } from "../../../server/store/new-id.ts";
import { openDoors } from "../../support/doors.ts";
import { knownAnchor } from "../../support/known-anchor.ts";

const name = "Zéphyrine";
const text = `Un jour, ${name} prit le bateau. Le capitaine salua ${name} et Awa.`;

type Doors = Awaited<ReturnType<typeof openDoors>>;

/** A class whose exercise, rubric and anchor name Zéphyrine, and an exercise that is for her alone. */
async function openNamingClass(doors: Doors) {
  const school = await doors.seedSchool();
  const { store } = doors;
  const [, pupil, other] = school.pupils;
  await store.people.changePupil(pupil.id, { firstName: name });
  const words = {
    ...{ instructions: `Comme ${name}, sans te presser.`, text, plan: ["Le port", `${name} à bord`] },
    homeText: `${name} embarcou.`,
  };
  const settings = { ...usualExercise, title: `Le voyage de ${name}`, kind: "readAloud", ...words } as const;
  const exercise = await store.exercises.create(school.classroom.id, settings);
  await store.exercises.addPicture(exercise.id, `${name} sur le quai`);
  const own = { ...usualExercise, title: `Pour ${name}`, kind: "talk" as const, pupilIds: [pupil.id] };
  const ownExercise = await store.exercises.create(school.classroom.id, own);
  const criterion = { title: "La voix", levels: ["faible", `aussi claire que celle de ${name}`], ownAnswer: null };
  const rubricWords = { title: "Conter", source: "", criteria: [criterion] };
  const rubric = await store.rubrics.create(school.classroom.id, rubricWords);
  const anchor = await store.anchors.create(school.school.id, school.teacher.id, {
    ...knownAnchor,
    title: `Lecture à la manière de ${name}`,
  });
  return { school, pupil, other, exercise, ownExercise, rubric, anchor, teacher: await doors.asTeacher(school) };
}

async function markReading({ store, clock }: Doors, exerciseId: ExerciseId, pupilId: PupilId) {
  const take = {
    ...{ id: newId(TakeId), recordedAt: new Date(clock.now).toISOString(), durationSeconds: 9, partnerId: null },
  };
  await store.takes.begin(exerciseId, pupilId, take, 1_000);
  await store.takes.setArrived(take.id);
  await store.takes.setSent(take.id);
  const at = (word: string) => wordsOf(text).indexOf(word);
  // "prit" misread, the first name put right, and read as far as the second name.
  const marks = { misread: [at("prit")], corrected: [at(name)], lastWord: wordsOf(text).lastIndexOf(name) };
  await store.reviews.mark(take.id, { ...marks, from: 0, to: 10 });
  return take.id;
}

test("exercises, rubrics and anchor recordings that name a pupil are shown before they are erased, and stay unless it is asked for", async () => {
  await using doors = await openDoors();
  const at = await openNamingClass(doors);
  const { places } = (await (await at.teacher.get(`/api/pupils/${at.pupil.id}/traces`)).json()) as PupilTraces;
  expect(places).toEqual([
    { kind: "exercise", title: `Le voyage de ${name}`, passage: `Le voyage de ${name}` },
    { kind: "rubric", title: "Conter", passage: `aussi claire que celle de ${name}` },
    { kind: "anchor", title: `Lecture à la manière de ${name}`, passage: `Lecture à la manière de ${name}` },
  ]);
  expect((await at.teacher.delete(`/api/pupils/${at.pupil.id}`)).status).toBe(204);
  expect(await doors.store.exercises.require(at.exercise.id)).toMatchObject({ title: `Le voyage de ${name}`, text });
  // What was for nobody but her named her: that goes with her.
  expect((await doors.store.exercises.require(at.ownExercise.id)).title).toBe("Pour …");
});

test("asked for, the name goes from every text of exercises, from what their pictures show, from rubrics and from anchor recordings", async () => {
  await using doors = await openDoors();
  const at = await openNamingClass(doors);
  expect((await at.teacher.delete(`/api/pupils/${at.pupil.id}?names=everywhere`)).status).toBe(204);
  expect(await doors.store.exercises.require(at.exercise.id)).toMatchObject({
    ...{ title: "Le voyage de …", instructions: "Comme …, sans te presser.", homeText: "… embarcou." },
    ...{ text: "Un jour, … prit le bateau. Le capitaine salua … et Awa.", plan: ["Le port", "… à bord"] },
    ownPictures: [{ alt: "… sur le quai" }],
  });
  const [criterion] = (await doors.store.rubrics.require(at.rubric.id)).criteria;
  expect(criterion).toEqual({ title: "La voix", levels: ["faible", "aussi claire que celle de …"], ownAnswer: null });
  const tables = ["exercise", "rubric", "anchor"] as const;
  const rows = await Promise.all(tables.map((table) => doors.database.selectFrom(table).selectAll().execute()));
  expect(JSON.stringify(rows)).not.toContain(name);
  expect((await doors.store.anchors.read(at.anchor, at.school.teacher.id)).title).toBe("Lecture à la manière de …");
});

test("what is said of classmates' takes is shown too, and loses the name when that is asked for", async () => {
  await using doors = await openDoors();
  const at = await openNamingClass(doors);
  const { reviews } = doors.store;
  const takeId = await markReading(doors, at.exercise.id, at.other.id);
  const comment = await reviews.comment(takeId, { atSeconds: null, text: `Plus lent que ${name}.` });
  const words = JSON.stringify([{ starter: "liked", text: `tu lis comme ${name}` }]);
  const given = {
    takeId,
    rubricId: at.rubric.id,
    pupilId: at.school.pupils[0].id,
    levels: "[1]",
    words,
    assessedAt: 1,
  };
  await doors.database.insertInto("assessment").values(given).execute();
  const { places } = (await (await at.teacher.get(`/api/pupils/${at.pupil.id}/traces`)).json()) as PupilTraces;
  const title = `Le voyage de ${name}`;
  expect(places.filter(({ kind }) => kind === "take")).toEqual([
    { kind: "take", title, passage: `Plus lent que ${name}.` },
    { kind: "take", title, passage: `tu lis comme ${name}` },
  ]);
  expect((await at.teacher.delete(`/api/pupils/${at.pupil.id}?names=everywhere`)).status).toBe(204);
  const said = await reviews.of(takeId);
  expect(said.comments).toMatchObject([{ id: comment, text: "Plus lent que …." }]);
  expect(said.assessments.flatMap((each) => each.words)).toEqual([{ starter: "liked", text: "tu lis comme …" }]);
});

test("what was marked in a classmate's reading stays on its words when a name goes from the text", async () => {
  await using doors = await openDoors();
  const at = await openNamingClass(doors);
  const takeId = await markReading(doors, at.exercise.id, at.other.id);
  const scores = () => doors.database.selectFrom("takeReview").select(["mclm", "accuracy"]).execute();
  const before = await scores();
  expect((await at.teacher.delete(`/api/pupils/${at.pupil.id}?names=everywhere`)).status).toBe(204);
  const words = wordsOf((await doors.store.exercises.require(at.exercise.id)).text);
  const marks = (await doors.store.reviews.of(takeId)).reading!;
  expect(marks.misread.map((word) => words[word])).toEqual(["prit"]);
  expect([marks.corrected, words[marks.lastWord], marks.from, marks.to]).toEqual([[], "salua", 0, 10]);
  // What the reading came to was heard as it was: it is not reckoned anew.
  expect(await scores()).toEqual(before);
});
