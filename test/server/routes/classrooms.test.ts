import { expect, test } from "vitest";
import { largestClassroom, type Classroom, type Pupil } from "../../../schemas/people.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

const jean = { firstName: "Jean", bird: "pic", colour: 4 };

test("a teacher sees her classrooms, an admin those of the school", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [teacher, admin] = [await doors.asTeacher(school), await doors.asAdmin(school)];
  const created = await admin.post("/api/classrooms", { name: "6e B", schoolYear: "2026-2027" });
  expect(created.status).toBe(201);
  const names = async (browser: typeof teacher) =>
    ((await (await browser.get("/api/classrooms")).json()) as Classroom[]).map(({ name }) => name);
  expect(await names(teacher)).toEqual(["CM2"]);
  expect(await names(admin)).toEqual(["6e B", "CM2"]);
  const refused = await teacher.post("/api/classrooms", { name: "CP", schoolYear: "2026-2027" });
  expect(await refusalIn(refused)).toEqual([403, "session.forbidden"]);
});

test("a classroom page shows its code to staff and hides it from pupils", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const read = async (browser: Awaited<ReturnType<typeof doors.asTeacher>>) =>
    (await (await browser.get(`/api/classrooms/${school.classroom.id}`)).json()) as { classroom: Classroom };
  expect(await read(await doors.asTeacher(school))).toEqual({
    classroom: school.classroom,
    pupils: school.pupils,
    channels: [school.channel],
    consentsEndOn: "2027-08-31",
  });
  expect((await read(await doors.asPupil(school))).classroom.code).toBe("");
});

test("a teacher renames her classroom; renewing its code is written in the audit", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const address = `/api/classrooms/${school.classroom.id}`;
  expect(await (await teacher.patch(address, { name: "CM2 B" })).json()).toMatchObject({ name: "CM2 B" });
  await teacher.post(`${address}/class-codes`);
  expect(await doors.store.audit.listOf(`classroom:${school.classroom.id}`)).toMatchObject([
    { act: "classCode.renewed", actor: `account:${school.teacher.id}` },
  ]);
});

test("a pupil is added, changed and removed", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const added = (await (await teacher.post(`/api/classrooms/${school.classroom.id}/pupils`, jean)).json()) as Pupil;
  expect(added).toMatchObject(jean);
  expect(await (await teacher.patch(`/api/pupils/${added.id}`, { bird: "geai" })).json()).toEqual({
    ...added,
    bird: "geai",
  });
  expect((await teacher.delete(`/api/pupils/${added.id}`)).status).toBe(204);
  expect(await refusalIn(await teacher.patch(`/api/pupils/${added.id}`, {}))).toEqual([404, "pupil.not_found"]);
});

test.each(["Jean Dupont", "Jean  D.", "jean@ecole.test", "06 12 34 56 78", "", "<b>Jean</b>", "A".repeat(25)])(
  "%j is no first name: surnames and addresses are not kept",
  async (firstName) => {
    await using doors = await openDoors();
    const school = await doors.seedSchool();
    const teacher = await doors.asTeacher(school);
    const answer = await teacher.post(`/api/classrooms/${school.classroom.id}/pupils`, { ...jean, firstName });
    expect(await refusalIn(answer)).toEqual([400, "pupil.name_refused"]);
  },
);

test.each(["Marie-Lou", "N’Golo", "Éloïse", "Ксенія", "فاطمة"])("%s is a first name", async (firstName) => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const answer = await teacher.post(`/api/classrooms/${school.classroom.id}/pupils`, { ...jean, firstName });
  expect(answer.status).toBe(201);
});

test("a classroom is full at some point, also when many are added at once", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const add = () => teacher.post(`/api/classrooms/${school.classroom.id}/pupils`, jean);
  const answers = await Promise.all(Array.from({ length: largestClassroom }, add));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(largestClassroom - school.pupils.length);
  expect(await refusalIn(await add())).toEqual([409, "classroom.full"]);
});
