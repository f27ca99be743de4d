import { expect, test } from "vitest";
import type { Airtimes } from "../../../schemas/airtime.ts";
import { countSyllables } from "../../../schemas/count-text.ts";
import { usualExercise } from "../../../schemas/exercises.ts";
import { TakeId, type PupilId } from "../../../schemas/ids.ts";
import type { TakeMeasures } from "../../../schemas/takes.ts";
import { newId } from "../../../server/store/new-id.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { rundownItem } from "../../support/rundown.ts";

const text =
  "Bonjour à toutes et à tous, voici la météo de la semaine à Vierzon : du soleil, du vent et un peu de pluie.";
const syllables = countSyllables(text);

const measured = (syllableRate: number | null): TakeMeasures => ({
  ...{ seconds: 10, peaks: [], doubts: [], quality: { clippedShare: 0, snrDb: 40, decaySeconds: 0.1 } },
  figures:
    syllableRate === null
      ? null
      : {
          ...{ speech: [], pauses: [], phonationRatio: 1, nuclei: [], articulationRate: syllableRate + 1 },
          ...{ syllableRate, pitch: null, melody: [], level: null },
        },
});

async function openDesk() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const { store, clock } = doors;
  const settings = { ...usualExercise, title: "Le héron", kind: "readAloud", grade: "cm1", text } as const;
  const exercise = await store.exercises.create(school.classroom.id, settings);
  const talk = await store.exercises.create(school.classroom.id, { ...settings, grade: null, kind: "talk" });
  const addTake = async (pupilId: PupilId, rate: number | null, of = exercise, isSent = true) => {
    const take = { id: newId(TakeId), recordedAt: new Date((clock.now += 1_000)).toISOString() };
    await store.takes.begin(of.id, pupilId, { ...take, durationSeconds: 10, partnerId: null }, 1_000);
    await store.takes.setArrived(take.id);
    await store.takes.setMeasures(take.id, measured(rate));
    if (isSent) await store.takes.setSent(take.id);
  };
  const address = `/api/shows/${school.show.id}`;
  const airtimesOf = async (...speakers: (PupilId | "teacher")[]) => {
    const { revision } = await store.rundowns.read(school.show.id);
    const items = [rundownItem("Générique"), rundownItem("Météo", { prompterText: text, speakers })];
    await teacher.put(`${address}/rundown`, { revision, items });
    const answer = (await (await teacher.get(`${address}/airtimes`)).json()) as Airtimes;
    expect(answer.items.map(({ itemId }) => itemId)).toEqual([items[1]!.id]);
    return [answer.grade, answer.items[0]!.seconds, answer.items[0]!.pace];
  };
  return {
    doors,
    school,
    talk,
    addTake,
    airtimesOf,
    address,
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

test("a text takes its syllables by its speaker's own pace, the middle one of their latest takes that can be trusted", async () => {
  await using desk = await openDesk();
  const [awa, jules] = desk.school.pupils;
  // 110 words a minute, of 1.3 syllables each.
  const usual = Math.round((syllables * 60) / (110 * 1.3));
  await desk.addTake(awa.id, 2);
  expect(await desk.airtimesOf(awa.id)).toEqual(["cm1", usual, "usual"]);
  for (const rate of [9, 2, 2.5, 2, 2.2, null]) await desk.addTake(awa.id, rate);
  // Neither what was said freely nor what was not given to the teacher counts.
  for (let number = 0; number < 5; number += 1) await desk.addTake(awa.id, 6, desk.talk);
  for (let number = 0; number < 3; number += 1) await desk.addTake(awa.id, 6, undefined, false);
  expect(await desk.airtimesOf(awa.id)).toEqual(["cm1", Math.round(syllables / 2.2), "own"]);
  const both = Math.round((syllables * (1 / 2.2 + 60 / (110 * 1.3))) / 2);
  expect(await desk.airtimesOf(awa.id, jules.id)).toEqual(["cm1", both, "partly"]);
  // A grown-up does not read like a CM1.
  expect(await desk.airtimesOf("teacher")).toEqual(["cm1", Math.round((syllables * 60) / (150 * 1.3)), "usual"]);
});

test("how long somebody takes is for their teachers, and tells no pace", async () => {
  await using desk = await openDesk();
  await desk.airtimesOf(desk.school.pupils[0].id);
  const pupil = await desk.doors.asPupil(desk.school);
  expect(await refusalIn(await pupil.get(`${desk.address}/airtimes`))).toEqual([403, "session.forbidden"]);
  const teacher = await desk.doors.asTeacher(desk.school);
  const { items } = (await (await teacher.get(`${desk.address}/airtimes`)).json()) as Airtimes;
  expect(Object.keys(items[0]!).sort()).toEqual(["itemId", "pace", "seconds"]);
});
