import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usualExercise } from "../../../schemas/exercises.ts";
import { TakeId, type ExerciseId, type PupilId } from "../../../schemas/ids.ts";
import { Bird } from "../../../schemas/people.ts";
import type { AlbumTake, ClassProgress, PupilProgress } from "../../../schemas/progress.ts";
import type { PeerInvitation, TakeReview } from "../../../schemas/reviews.ts";
import { rubricLibrary } from "../../../schemas/rubric-library/rubric-library.ts";
import { RubricSettings } from "../../../schemas/rubrics.ts";
import { newId } from "../../../server/store/new-id.ts";
import { openDoors } from "../../support/doors.ts";
import { openFamilySchool } from "../../support/family.ts";
import { measuredTake } from "../../support/speech/measured-take.ts";

type Doors = Awaited<ReturnType<typeof openDoors>>;
const dayMs = 86_400_000;

async function openClass() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const settings = {
    ...usualExercise,
    title: "Le héron",
    kind: "readAloud",
    grade: "cm2",
    text: "Un vieux héron.",
  } as const;
  const exercise = await doors.store.exercises.create(school.classroom.id, settings);
  const rubric = await doors.store.rubrics.create(school.classroom.id, rubricLibrary[0]!);
  return { doors, school, exercise, rubric, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

/** Takes that were sent, one a day, the last one yesterday. */
async function addTakes(
  { database, clock, directory }: Doors,
  exerciseId: ExerciseId,
  pupilId: PupilId,
  count: number,
) {
  mkdirSync(join(directory, "media", "takes"), { recursive: true });
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ id: newId(TakeId), exerciseId, pupilId, partnerId: null, state: "sent", byteLength: 1, durationSeconds: 12 },
    ...{ recordedAt: clock.now - (count - index) * dayMs, arrivedAt: clock.now, sentAt: clock.now },
    ...{ analysis: "measured", measures: JSON.stringify(measuredTake(12, index)) },
  }));
  await database.insertInto("take").values(rows).execute();
  for (const { id } of rows) writeFileSync(join(directory, "media", "takes", `${id}.mp3`), "a voice");
  return rows.map(({ id }) => id);
}

test("a family hears its child's first and latest take while the teacher shares them, and nobody else's", async () => {
  await using at = await openClass();
  const { doors, school, exercise } = at;
  const [awa, jules] = school.pupils;
  const own = await addTakes(doors, exercise.id, awa.id, 3);
  const others = await addTakes(doors, exercise.id, jules.id, 2);
  const families = await openFamilySchool(doors, school);
  const phone = await families.enter(await families.tokenOf(await families.make([awa.id])));
  const albums = async () => (await (await phone.get("/api/family/albums")).json()) as AlbumTake[];
  const sound = async (id: string) => (await phone.get(`/api/family/albums/${id}/sound`)).status;
  expect([await albums(), await sound(own[0]!)]).toEqual([[], 404]);
  for (const id of [awa.id, jules.id]) await families.teacher.put(`/api/pupils/${id}/album`, { isShared: true });
  expect((await albums()).map(({ takeId }) => takeId)).toEqual([own[0], own[2]]);
  expect(await Promise.all([own[0]!, own[2]!, own[1]!, others[0]!].map(sound))).toEqual([200, 200, 404, 404]);
  await families.teacher.put(`/api/pupils/${awa.id}/album`, { isShared: false });
  expect([await albums(), await sound(own[0]!)]).toEqual([[], 404]);
});

test("an interview counts for both who speak in it, once for the class, and its measures for neither", async () => {
  await using at = await openClass();
  const { doors, school, exercise } = at;
  const [awa, jules] = school.pupils;
  const [own] = await addTakes(doors, exercise.id, awa.id, 1);
  const [both] = await addTakes(doors, exercise.id, awa.id, 1);
  await doors.store.takes.setPartner(both!, jules.id);
  const teacher = await doors.asTeacher(school);
  for (const id of [own!, both!])
    await teacher.put(`/api/takes/${id}/reading`, { misread: [1], corrected: [], lastWord: 2, from: 0, to: 6 });
  const read = async <Told>(path: string) => (await (await teacher.get(`${path}/progress`)).json()) as Told;
  const ofClass = await read<ClassProgress>(`/api/classrooms/${school.classroom.id}`);
  expect(ofClass.pupils.map(({ takes, attentions }) => [takes, attentions.includes("reading")])).toEqual([
    [2, true],
    [1, false],
    [0, false],
  ]);
  const [third] = await addTakes(doors, exercise.id, jules.id, 1);
  await doors.store.takes.setPartner(third!, awa.id);
  const told = await read<ClassProgress>(`/api/classrooms/${school.classroom.id}`);
  expect([told.toHear, told.pupils.map(({ toHear }) => toHear)]).toEqual([1, [1, 1, 0]]);
  const none = { mclm: null, accuracy: null, longPauses: null, pace: null, melody: null };
  const { takes: hers } = await read<PupilProgress>(`/api/pupils/${awa.id}`);
  expect(hers.find(({ takeId }) => takeId === own)).toMatchObject({ partnerId: null, mclm: 20 });
  expect(hers.filter(({ takeId }) => takeId !== own)).toMatchObject(Array(2).fill({ partnerId: jules.id, ...none }));
  const { takes: his } = await read<PupilProgress>(`/api/pupils/${jules.id}`);
  expect(his).toMatchObject(Array(2).fill({ partnerId: awa.id, ...none }));
});

test("a classmate hears a take and speaks of it by invitation only, and all of it goes with the pupil", async () => {
  await using at = await openClass();
  const { doors, school, exercise, rubric } = at;
  const [awa, jules] = school.pupils;
  const [takeId] = await addTakes(doors, exercise.id, awa.id, 1);
  const [teacher, peer] = [await doors.asTeacher(school), await doors.asPupil(school, 1)];
  const invitations = async () => (await (await peer.get("/api/peer-invitations")).json()) as PeerInvitation[];
  expect(await invitations()).toEqual([]);
  await teacher.put(`/api/takes/${takeId}/peers`, { rubricId: rubric.id, pupilIds: [jules.id] });
  const [asked] = await invitations();
  expect(asked).toMatchObject({ pupilId: awa.id, exerciseTitle: "Le héron" });
  const address = `/api/peer-invitations/${asked!.id}`;
  expect((await peer.get(`${address}/sound`)).status).toBe(200);
  const words = [{ starter: "liked", text: "quand le héron ferme un œil." }];
  expect((await peer.put(`${address}/assessment`, { levels: [4, 3, 3, null], words })).status).toBe(200);
  const review = (await (await teacher.get(`/api/takes/${takeId}/review`)).json()) as TakeReview;
  expect(review).toMatchObject({
    peers: [jules.id],
    assessments: [{ pupilId: jules.id, levels: [4, 3, 3, null], words }],
  });
  // Taken back, and with it what was said.
  await teacher.put(`/api/takes/${takeId}/peers`, { rubricId: rubric.id, pupilIds: [] });
  expect([(await peer.get(`${address}/sound`)).status, await invitations()]).toEqual([404, []]);
  await teacher.put(`/api/takes/${takeId}/reading`, { misread: [1], corrected: [], lastWord: 2, from: 0, to: 6 });
  await teacher.post(`/api/takes/${takeId}/comments`, { atSeconds: 2, text: "Bien." });
  expect((await teacher.delete(`/api/pupils/${awa.id}`)).status).toBe(204);
  for (const table of ["take", "takeReview", "takeComment", "assessment", "peerInvitation"] as const)
    expect(await doors.database.selectFrom(table).selectAll().execute(), table).toEqual([]);
});

test("every rubric of the library can be copied, and has what is heard at each level", () => {
  for (const rubric of rubricLibrary) {
    expect(RubricSettings.parse(rubric)).toEqual(rubric);
    for (const { levels } of rubric.criteria) expect(levels).toHaveLength(4);
  }
});

test("a class of 28 with 40 takes each is told within 200 ms, and so is each pupil of it", async () => {
  await using at = await openClass();
  const { doors, school, exercise } = at;
  for (const count of Array.from({ length: 25 }, (_, index) => index + 3))
    await doors.store.people.addPupil(school.classroom.id, {
      firstName: `Prénom${String.fromCharCode(97 + (count % 26))}${"x".repeat(Math.floor(count / 26))}`,
      ...{ bird: Bird.options[count % Bird.options.length]!, colour: 1 + (count % 8) },
    });
  const pupils = await doors.store.people.pupilsOf(school.classroom.id);
  for (const { id } of pupils) await addTakes(doors, exercise.id, id, 40);
  const teacher = await doors.asTeacher(school);
  const timed = async (path: string) => {
    const since = performance.now();
    const body: unknown = await (await teacher.get(path)).json();
    return { body, ms: performance.now() - since };
  };
  const whole = await timed(`/api/classrooms/${school.classroom.id}/progress`);
  const one = await timed(`/api/pupils/${pupils[5]!.id}/progress`);
  console.log(
    `28 pupils with 40 takes each: the class in ${whole.ms.toFixed(0)} ms, a pupil in ${one.ms.toFixed(0)} ms`,
  );
  expect((whole.body as ClassProgress).pupils.map(({ takes }) => takes)).toEqual(pupils.map(() => 40));
  expect((one.body as PupilProgress).takes).toHaveLength(40);
  expect(Math.max(whole.ms, one.ms)).toBeLessThan(200);
});

test("a term that begins forgets no take that nobody has heard, and says of nobody that they are silent", async () => {
  await using at = await openClass();
  const { doors, school, exercise } = at;
  const [awa] = school.pupils;
  const [first, second] = await addTakes(doors, exercise.id, awa.id, 2);
  const teacher = await doors.asTeacher(school);
  await teacher.put(`/api/takes/${first}/hearing`, {});
  const since = new Date(doors.clock.now).toISOString().slice(0, 10);
  const read = async <Told>(path: string) =>
    (await (await teacher.get(`${path}/progress?since=${since}`)).json()) as Told;
  const ofClass = await read<ClassProgress>(`/api/classrooms/${school.classroom.id}`);
  expect(ofClass.toHear).toBe(1);
  expect(ofClass.pupils[0]).toMatchObject({ takes: 0, toHear: 1, weeks: [0, 0, 0, 0, 0, 0, 0, 2], attentions: [] });
  const { takes, toHearBefore } = await read<PupilProgress>(`/api/pupils/${awa.id}`);
  expect([takes, toHearBefore.map(({ takeId }) => takeId)]).toEqual([[], [second]]);
});
