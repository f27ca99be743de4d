import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usualExercise } from "../../../schemas/exercises.ts";
import { RecordingId, StripId, TakeId, type PupilId } from "../../../schemas/ids.ts";
import type { Campaign, RegionImpact } from "../../../schemas/impact.ts";
import { hashPassword } from "../../../server/access/passwords.ts";
import { isMirrored } from "../../../server/backup/mirror.ts";
import { newId } from "../../../server/store/new-id.ts";
import { surveyKeysName } from "../../../server/store/survey-keys-name.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { addPupils, staffPassword, type TestSchool } from "../../support/school.ts";

type Doors = Awaited<ReturnType<typeof openDoors>>;

const yes = { basic: 4, digital: 3, motivation: 4, engagement: 3 };
const no = { basic: 1, digital: 2, motivation: 1, engagement: 2 };

/** A school with twelve pupils and its admin. */
async function openSchool(doors: Doors) {
  const school = await doors.seedSchool();
  const names = ["Ana", "Bilal", "Chloé", "Dario", "Elsa", "Farid", "Gaëlle", "Hugo", "Inès"];
  const more = await addPupils(doors.store, school.classroom.id, names);
  const pupils = [...school.pupils, ...more].map(({ id }) => id);
  const admin = await doors.asAdmin(school);
  const list = async () => (await (await admin.get("/api/impact")).json()) as Campaign[];
  const go = (state: string) => admin.put("/api/impact/campaign/state", { state });
  const as = (id: PupilId) => doors.browser().enter(school.classroom.code, id);
  const say = async (id: PupilId, answers: object) => (await as(id)).put("/api/survey", answers);
  return { school, pupils, admin, list, go, as, say };
}

async function asRegion({ store, browser }: Doors) {
  const schoolId = await store.regionSchools.requireRegion();
  const passwordHash = await hashPassword(staffPassword);
  const email = "m.besson@region.test";
  await store.people.createAccount({ schoolId, email, displayName: "M. Besson", role: "region", passwordHash });
  return browser().signIn(email, staffPassword);
}

test("pupils are asked once, and what they say is told once the asking is closed, of ten or more, and never changes", async () => {
  await using doors = await openDoors();
  const { pupils, admin, list, go, as, say } = await openSchool(doors);
  expect(await list()).toEqual([]);
  expect(await (await (await as(pupils[0]!)).get("/api/survey")).json()).toEqual({ moment: null });
  expect((await admin.post("/api/impact/campaigns")).status).toBe(201);
  for (const [index, id] of pupils.slice(0, 11).entries())
    expect((await say(id, index < 8 ? yes : no)).status).toBe(200);
  expect((await list())[0]!.figures.survey.pupils.basic.start).toBeNull();
  expect(await refusalIn(await say(pupils[0]!, no))).toEqual([409, "survey.not_asked"]);
  expect(await (await (await as(pupils[11]!)).get("/api/survey")).json()).toEqual({ moment: "start" });
  await go("running");
  expect(await refusalIn(await say(pupils[11]!, no))).toEqual([409, "survey.not_asked"]);
  const [campaign] = await list();
  expect(campaign).toMatchObject({ state: "running", endedAt: null });
  expect(campaign!.figures.survey.pupils.motivation).toEqual({ start: { persons: 10, yesPercent: 73 }, end: null });
  expect(campaign!.figures.survey.teachers.basic).toEqual({ start: null, end: null });
  await go("ending");
  for (const id of pupils) expect((await say(id, yes)).status).toBe(200);
  await go("ended");
  // Of all who say the same one says no more than "nine of ten".
  expect((await list())[0]!.figures.survey.pupils.basic.end).toEqual({ persons: 10, yesPercent: 90 });
  expect(await doors.database.selectFrom("campaignMark").selectAll().execute()).toEqual([]);
  expect(await readFile(join(doors.directory, surveyKeysName), "utf8")).toBe("{}");
  const acts = (
    await doors.store.audit.listOf(
      `school:${(await doors.database.selectFrom("campaign").select("schoolId").executeTakeFirstOrThrow()).schoolId}`,
    )
  ).map(({ act }) => act);
  expect(acts.sort()).toEqual(["campaign.asked", "campaign.asked", "campaign.closed", "campaign.closed"]);
});

test("whoever does not want to answer is not asked again, and counts nowhere; single questions can be left out", async () => {
  await using doors = await openDoors();
  const { pupils, admin, list, go, as, say } = await openSchool(doors);
  await admin.post("/api/impact/campaigns");
  const nothing = { basic: null, digital: null, motivation: null, engagement: null };
  await say(pupils[0]!, nothing);
  expect(await (await (await as(pupils[0]!)).get("/api/survey")).json()).toEqual({ moment: null });
  for (const id of pupils.slice(1, 11)) await say(id, yes);
  await say(pupils[11]!, { ...nothing, digital: 1 });
  await go("running");
  const { pupils: said } = (await list())[0]!.figures.survey;
  expect([said.basic.start, said.digital.start]).toEqual([
    { persons: 10, yesPercent: 90 },
    { persons: 10, yesPercent: 90 },
  ]);
});

test("nobody is asked while their class is on air", async () => {
  await using doors = await openDoors();
  const { school, pupils, admin, as } = await openSchool(doors);
  await admin.post("/api/impact/campaigns");
  const pupil = await as(pupils[0]!);
  await doors.store.shows.setState(school.show.id, "live");
  expect(await (await pupil.get("/api/survey")).json()).toEqual({ moment: null });
  await doors.store.shows.setState(school.show.id, "ended");
  expect(await (await pupil.get("/api/survey")).json()).toEqual({ moment: "start" });
  expect(await (await (await doors.asTeacher(school)).get("/api/survey")).json()).toEqual({ moment: "start" });
});

test("a campaign goes on step by step, one at a time, and only its own school's admin moves it", async () => {
  await using doors = await openDoors();
  const { school, admin, go, list } = await openSchool(doors);
  const other = await openSchool(doors);
  expect(await refusalIn(await go("running"))).toEqual([409, "campaign.other_step"]);
  await admin.post("/api/impact/campaigns");
  expect(await refusalIn(await admin.post("/api/impact/campaigns"))).toEqual([409, "campaign.other_step"]);
  for (const state of ["starting", "ending", "ended"])
    expect(await refusalIn(await go(state))).toEqual([409, "campaign.other_step"]);
  expect(await refusalIn(await other.go("running"))).toEqual([409, "campaign.other_step"]);
  expect(await other.list()).toEqual([]);
  expect(await (await (await other.as(other.pupils[0]!)).get("/api/survey")).json()).toEqual({ moment: null });
  for (const who of [await doors.asTeacher(school), await asRegion(doors)])
    expect(await refusalIn(await who.get("/api/impact"))).toEqual([403, "session.forbidden"]);
  for (const who of [admin, await doors.asTeacher(school)])
    expect(await refusalIn(await who.get("/api/region/impact"))).toEqual([403, "session.forbidden"]);
  expect(await refusalIn(await doors.browser().put("/api/survey", yes))).toEqual([401, "session.missing"]);
  expect((await list()).map(({ state }) => state)).toEqual(["starting"]);
});

test("the key by which answers are told apart is in no backup, and without it nobody is asked any more", async () => {
  await using doors = await openDoors();
  const { admin } = await openSchool(doors);
  await admin.post("/api/impact/campaigns");
  expect(isMirrored(surveyKeysName)).toBe(false);
  expect(isMirrored(`${surveyKeysName}.new`)).toBe(false);
  await using restored = await openDoors({ database: doors.database });
  const school = (await doors.database.selectFrom("account").selectAll().where("role", "=", "teacher").execute())[0]!;
  const teacher = await restored.browser().signIn(school.email, staffPassword);
  expect(await (await teacher.get("/api/survey")).json()).toEqual({ moment: null });
  expect(await refusalIn(await teacher.put("/api/survey", yes))).toEqual([409, "survey.not_asked"]);
});

/** A reading that a teacher marked. */
async function addReading({ store, clock }: Doors, { classroom }: TestSchool, pupilId: PupilId, seconds: number) {
  const settings = {
    ...usualExercise,
    title: "Le héron",
    kind: "readAloud",
    text: "Un vieux héron marchait.",
  } as const;
  const [known] = await store.exercises.listOf(classroom.id);
  const exercise = known ?? (await store.exercises.create(classroom.id, settings));
  const recordedAt = new Date(clock.now).toISOString();
  const take = { id: newId(TakeId), recordedAt, durationSeconds: 9, partnerId: null };
  await store.takes.begin(exercise.id, pupilId, take, 1_000);
  await store.takes.setArrived(take.id);
  await store.takes.setSent(take.id);
  await store.reviews.mark(take.id, { misread: [], corrected: [], lastWord: 3, from: 0, to: seconds });
  clock.now += 1_000;
}

/** A show in which these were heard. */
async function addShow({ database, clock }: Doors, { show }: TestSchool, pupilIds: readonly PupilId[]) {
  const recordingId = newId(RecordingId);
  const row = {
    id: recordingId,
    showId: show.id,
    directory: "recordings/none",
    startedAt: clock.now,
    endedAt: clock.now,
  };
  await database.insertInto("recording").values(row).execute();
  const voices = pupilIds.map((pupilId) => ({
    recordingId,
    pupilId,
    stripId: newId(StripId),
    wasOpen: 1 as const,
    heardAt: clock.now,
  }));
  await database.insertInto("heardVoice").values(voices).execute();
  clock.now += 1_000;
}

test("participation and reading are told in tens and as a mean; pupils who are erased later change nothing of it", async () => {
  await using doors = await openDoors();
  const { school, pupils, admin, go, list } = await openSchool(doors);
  await admin.post("/api/impact/campaigns");
  doors.clock.now += 1_000;
  await addShow(doors, school, pupils.slice(0, 9));
  expect((await list())[0]!.figures).toMatchObject({ heard: null, recorded: null, shows: 1 });
  await addShow(doors, school, pupils.slice(5));
  expect((await list())[0]!.figures).toMatchObject({ heard: 10, recorded: null, shows: 1 });
  // Four words in six seconds and then in four: forty a minute, then sixty.
  for (const seconds of [6, 4]) for (const id of pupils.slice(0, 11)) await addReading(doors, school, id, seconds);
  await addReading(doors, school, pupils[11]!, 1);
  expect((await list())[0]!.figures).toMatchObject({ recorded: 10, readingGain: null });
  await go("running");
  await go("ending");
  doors.clock.now += 1_000;
  await go("ended");
  const told = (await list())[0]!.figures;
  expect(told).toMatchObject({ heard: 10, recorded: 10, readingGain: { persons: 10, wordsPerMinute: 20 } });
  for (const id of pupils.slice(0, 4))
    expect((await (await doors.asTeacher(school)).delete(`/api/pupils/${id}`)).ok).toBe(true);
  expect((await list())[0]!.figures).toEqual(told);
  const region = (await (await (await asRegion(doors)).get("/api/region/impact")).json()) as RegionImpact[];
  expect(region).toMatchObject([
    { year: 2026, schools: 1, figures: { heard: 10, readingGain: { wordsPerMinute: 20 } } },
  ]);
});

test("an erased pupil's answer stays a number of nobody, and the mark that they answered ends with the asking", async () => {
  await using doors = await openDoors();
  const { school, pupils, admin, go, list, say } = await openSchool(doors);
  await admin.post("/api/impact/campaigns");
  for (const id of pupils) await say(id, yes);
  const rows = JSON.stringify([
    await doors.database.selectFrom("campaignMark").selectAll().execute(),
    await doors.database.selectFrom("campaignSum").selectAll().execute(),
  ]);
  for (const id of pupils) expect(rows).not.toContain(id);
  await (await doors.asTeacher(school)).delete(`/api/pupils/${pupils[0]!}`);
  await go("running");
  expect((await list())[0]!.figures.survey.pupils.basic.start).toEqual({ persons: 10, yesPercent: 90 });
  expect(await doors.database.selectFrom("campaignMark").selectAll().execute()).toEqual([]);
});
