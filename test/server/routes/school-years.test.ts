import { expect, test } from "vitest";
import type { ClassroomOverview } from "../../../schemas/classroom-overview.ts";
import type { FamilyHome } from "../../../schemas/families.ts";
import type { Classroom } from "../../../schemas/people.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { addPupils } from "../../support/school.ts";
import { openFamilySchool } from "../../support/family.ts";

const nextYear = "2027-2028";

/** A school at the end of its year: the CM2 of the seeded school, and a CM1 with two pupils. */
async function openSummer() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const admin = await doors.asAdmin(school);
  const created = await admin.post("/api/classrooms", { name: "CM1", schoolYear: "2026-2027" });
  const cm1 = (await created.json()) as Classroom;
  const [zoe, tom] = await addPupils(doors.store, cm1.id, ["Zoé", "Awa"]);
  const cm2 = school.classroom;
  const change = (fields: object = {}) => ({
    schoolYear: nextYear,
    channels: "asTheyAre",
    classrooms: [
      { fate: "archived", classroomId: cm2.id },
      { fate: "kept", classroomId: cm1.id, name: "CM2" },
    ],
    moves: [],
    ...fields,
  });
  const turn = (fields: object = {}) => admin.post("/api/school-years", change(fields));
  const list = async () => (await (await admin.get("/api/school/classrooms")).json()) as ClassroomOverview[];
  return {
    ...{ doors, school, admin, cm1, cm2, zoe: zoe!, tom: tom!, change, turn, list },
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

test("a class that is archived leaves every list; its pupils, teacher and code open nothing of it any more", async () => {
  await using summer = await openSummer();
  const { doors, school, cm2 } = summer;
  const [pupil, teacher] = [await doors.asPupil(school), await doors.asTeacher(school)];
  expect((await summer.turn()).status).toBe(201);
  expect(await refusalIn(await pupil.get(`/api/classrooms/${cm2.id}`))).toEqual([401, "session.expired"]);
  expect(await (await teacher.get("/api/classrooms")).json()).toEqual([]);
  for (const path of [`/api/classrooms/${cm2.id}`, `/api/shows/${school.show.id}`]) {
    const refused = await refusalIn(await teacher.get(path));
    expect(["session.forbidden", "show.not_found"]).toContain(refused[1]);
  }
  const door = await doors.browser().get(`/api/class-codes/${encodeURIComponent(cm2.code)}`);
  expect(await refusalIn(door)).toEqual([404, "class_code.unknown"]);
  const entry = { code: cm2.code, pupilId: school.pupils[0].id };
  expect((await doors.browser().post("/api/pupil-sessions", entry)).status).toBe(404);
  const names = (await (await summer.admin.get("/api/classrooms")).json()) as Classroom[];
  expect(names.map(({ name, schoolYear }) => [name, schoolYear])).toEqual([["CM2", nextYear]]);
  expect((await summer.list()).map(({ id, archivedAt }) => [id, archivedAt !== null])).toContainEqual([cm2.id, true]);
});

test("a family hears the archived class no more, but goes on answering for its child's voice", async () => {
  await using summer = await openSummer();
  const { doors, school } = summer;
  const { teacher, make, tokenOf, enter } = await openFamilySchool(doors, school);
  const family = await make([school.pupils[0].id]);
  const { pin } = (await (await teacher.post(`/api/families/${family.id}/pins`)).json()) as { pin: string };
  const browser = await enter(await tokenOf(family), pin);
  const radios = async () => ((await (await browser.get("/api/family")).json()) as FamilyHome).channels.length;
  expect(await radios()).toBe(1);
  await summer.turn();
  expect(await radios()).toBe(0);
  const heard = await browser.get(`/api/channels/${school.channel.slug}`);
  expect(await refusalIn(heard)).toEqual([404, "channel.not_found"]);
  const answer = { scope: "none", givenBy: "Fatou Diallo", pin };
  expect((await browser.post(`/api/family/voices/${school.pupils[0].id}`, answer)).status).toBe(201);
  expect((await doors.store.consents.of(school.pupils[0].id)).scope).toBe("none");
});

test("channels of an archived class stay as they are or are closed, as the admin chose, and the class comes back", async () => {
  await using summer = await openSummer();
  const { doors, school, admin, cm2 } = summer;
  await admin.patch(`/api/channels/${school.channel.id}`, { visibility: "public" });
  const heard = () => doors.browser().get(`/api/channels/${school.channel.slug}`);
  await summer.turn();
  expect((await heard()).status).toBe(200);
  expect((await admin.post(`/api/classrooms/${cm2.id}/restorations`)).status).toBe(201);
  const teacher = await doors.asTeacher(school);
  expect((await teacher.get(`/api/classrooms/${cm2.id}`)).status).toBe(200);
  await summer.turn({ classrooms: [{ fate: "archived", classroomId: cm2.id }], channels: "closed" });
  expect((await heard()).status).toBe(404);
});

test("a kept class goes on under its new name with a new code, and chosen pupils go where they are sent", async () => {
  await using summer = await openSummer();
  const { doors, school, admin, cm1, zoe } = summer;
  const [, jules] = school.pupils;
  const moves = [
    { to: "6e A", pupilIds: [jules.id] },
    { to: "cm2", pupilIds: [school.pupils[2].id] },
  ];
  const preview = await admin.post("/api/school-year-previews", summer.change({ moves }));
  const plan = {
    ...{ archived: 1, kept: 1, created: ["6e A"], moved: 2, closedChannels: 0, calledOff: 1 },
    ...{ crowded: [], alike: [] },
  };
  expect(await preview.json()).toEqual(plan);
  expect(await doors.store.people.requirePupil(jules.id)).toMatchObject({ classroomId: school.classroom.id });
  expect(await (await summer.turn({ moves })).json()).toEqual(plan);
  const kept = await doors.store.classrooms.require(cm1.id);
  expect(kept).toMatchObject({ name: "CM2", schoolYear: nextYear });
  expect(kept.code).not.toBe(cm1.code);
  const names = async (id: typeof cm1.id) => (await doors.store.people.pupilsOf(id)).map(({ firstName }) => firstName);
  expect(await names(cm1.id)).toEqual(["Awa", "Lina", zoe.firstName]);
  const sixth = (await summer.list()).find(({ name }) => name === "6e A")!;
  expect(await names(sixth.id)).toEqual(["Jules"]);
  expect((await doors.store.consents.of(jules.id)).scope).toBe("public");
  const [note] = await doors.store.audit.listOf(`school:${school.school.id}`);
  expect(note).toMatchObject({ act: "schoolYear.turned" });
});

test("nothing turns while a class to archive is on air, with a class that is not the school's, or into one that is full", async () => {
  await using summer = await openSummer();
  const { doors, school, admin, cm1, cm2, tom } = summer;
  const before = await summer.list();
  const other = await doors.seedSchool();
  const foreign = { classrooms: [{ fate: "archived", classroomId: other.classroom.id }] };
  expect(await refusalIn(await summer.turn(foreign))).toEqual([404, "classroom.not_found"]);
  const stolen = { moves: [{ to: "CM2", pupilIds: [other.pupils[0].id] }] };
  expect(await refusalIn(await summer.turn(stolen))).toEqual([404, "pupil.not_found"]);
  const twice = { moves: ["6e A", "6e B"].map((to) => ({ to, pupilIds: [tom.id] })) };
  expect(await refusalIn(await summer.turn(twice))).toEqual([404, "pupil.not_found"]);
  await addPupils(
    doors.store,
    cm1.id,
    Array.from({ length: 58 }, (_, index) => `Élève${"x".repeat(index % 9)}`),
  );
  const crowding = { moves: [{ to: "CM2", pupilIds: [school.pupils[0].id] }] };
  expect(await refusalIn(await summer.turn(crowding))).toEqual([409, "classroom.full"]);
  await doors.database.updateTable("show").set({ state: "live" }).where("id", "=", school.show.id).execute();
  expect(await refusalIn(await summer.turn())).toEqual([409, "show.still_live"]);
  expect(await summer.list()).toEqual(before.map((each) => (each.id === cm1.id ? { ...each, pupils: 60 } : each)));
  const teacher = await doors.asTeacher(school);
  expect(await refusalIn(await teacher.post("/api/school-years", summer.change()))).toEqual([403, "session.forbidden"]);
  expect((await admin.get(`/api/classrooms/${cm2.id}`)).status).toBe(200);
});

test("two who will be called alike in one class are told before", async () => {
  await using summer = await openSummer();
  const moves = [{ to: "CM2", pupilIds: [summer.school.pupils[0].id] }];
  const preview = await summer.admin.post("/api/school-year-previews", summer.change({ moves }));
  expect(await preview.json()).toMatchObject({ alike: [{ classroom: "CM2", firstName: "Awa" }] });
});

test("a class that is kept is not turned either while it is on air: its pupils stay in, and its code is good", async () => {
  await using summer = await openSummer();
  const { doors, school, cm2 } = summer;
  const pupil = await doors.asPupil(school);
  const live = (state: "live" | "ended") =>
    doors.database.updateTable("show").set({ state }).where("id", "=", school.show.id).execute();
  await live("live");
  const classrooms = [{ fate: "kept", classroomId: cm2.id, name: "6e" }];
  expect(await refusalIn(await summer.turn({ classrooms }))).toEqual([409, "show.still_live"]);
  expect((await pupil.get(`/api/shows/${school.show.id}`)).status).toBe(200);
  expect((await doors.store.classrooms.require(cm2.id)).code).toBe(cm2.code);
  await live("ended");
  expect((await summer.turn({ classrooms })).status).toBe(201);
});
