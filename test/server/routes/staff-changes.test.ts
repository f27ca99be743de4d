import { expect, test } from "vitest";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { staffPassword } from "../../support/school.ts";

/** A school whose admin changes its teacher. */
async function openOffice() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const admin = await doors.asAdmin(school);
  const change = (fields: object, id: string = school.teacher.id) => admin.patch(`/api/staff/${id}`, fields);
  return { doors, school, admin, change, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

test("a deactivated colleague is out at once, and comes in again neither by password nor by a link, until reactivated; their show stays", async () => {
  await using office = await openOffice();
  const { doors, school, admin, change } = office;
  const teacher = await doors.asTeacher(school);
  const lost = (await (await admin.post(`/api/staff/${school.teacher.id}/password-links`)).json()) as { url: string };
  expect(await (await change({ isActive: false })).json()).toMatchObject({ isActive: false });
  expect(await refusalIn(await teacher.get("/api/classrooms"))).toEqual([401, "session.expired"]);
  const credentials = { email: school.teacher.email, password: staffPassword };
  const again = await doors.browser().post("/api/sessions", credentials);
  expect(await refusalIn(again)).toEqual([403, "account.deactivated"]);
  const guess = await doors.browser().post("/api/sessions", { ...credentials, password: "a guess" });
  expect(await refusalIn(guess)).toEqual([401, "session.bad_credentials"]);
  const token = lost.url.split("#")[1];
  const link = await doors.browser().post("/api/staff-links/accept", { token, password: "trombone sous la pluie" });
  expect(await refusalIn(link)).toEqual([404, "staff_link.unknown"]);
  expect((await admin.get(`/api/shows/${school.show.id}`)).status).toBe(200);
  expect((await change({ isActive: true })).status).toBe(200);
  expect(await refusalIn(await teacher.get("/api/classrooms"))).toEqual([401, "session.expired"]);
  expect((await (await doors.asTeacher(school)).get(`/api/shows/${school.show.id}`)).status).toBe(200);
});

test("another role and other classes hold from the next request on, and each is a line of the audit table", async () => {
  await using office = await openOffice();
  const { doors, school, change } = office;
  const teacher = await doors.asTeacher(school);
  expect((await change({ classroomIds: [] })).status).toBe(200);
  expect(await refusalIn(await teacher.get(`/api/classrooms/${school.classroom.id}`))).toEqual([
    ...[403, "session.forbidden"],
  ]);
  expect((await change({ role: "admin", classroomIds: [school.classroom.id] })).status).toBe(200);
  expect((await teacher.get("/api/staff")).status).toBe(200);
  expect((await change({ role: "teacher", isActive: false })).status).toBe(200);
  const acts = await doors.store.audit.listOf(`account:${school.teacher.id}`);
  expect(acts.map(({ act, detail }) => [act, detail])).toEqual([
    ["staff.deactivated", null],
    ["staff.roleChanged", "teacher"],
    ["staff.classesChanged", null],
    ["staff.roleChanged", "admin"],
    ["staff.classesChanged", null],
  ]);
});

test("a school keeps an admin: the last one is neither deactivated nor made a teacher, and nothing of it is written", async () => {
  await using office = await openOffice();
  const { doors, school, admin, change } = office;
  const refused = [409, "staff.last_admin"];
  expect(await refusalIn(await change({ isActive: false }, school.admin.id))).toEqual(refused);
  const demotion = await change({ role: "teacher", classroomIds: [school.classroom.id] }, school.admin.id);
  expect(await refusalIn(demotion)).toEqual(refused);
  expect((await admin.get("/api/staff")).status).toBe(200);
  expect(await doors.store.audit.listOf(`account:${school.admin.id}`)).toEqual([]);
  await change({ role: "admin" });
  await change({ isActive: false });
  expect(await refusalIn(await change({ role: "teacher" }, school.admin.id))).toEqual(refused);
  await change({ isActive: true });
  expect((await change({ role: "teacher" }, school.admin.id)).status).toBe(200);
  expect(await refusalIn(await admin.get("/api/staff"))).toEqual([403, "session.forbidden"]);
});

test("an admin changes nobody of another school, and gives nobody its classes", async () => {
  await using office = await openOffice();
  const { doors, school, change } = office;
  const other = await doors.seedSchool();
  expect(await refusalIn(await change({ role: "admin" }, other.teacher.id))).toEqual([404, "account.not_found"]);
  expect(await refusalIn(await change({ classroomIds: [other.classroom.id] }))).toEqual([404, "classroom.not_found"]);
  const teacher = await doors.asTeacher(school);
  const own = await teacher.patch(`/api/staff/${school.teacher.id}`, { role: "admin" });
  expect(await refusalIn(own)).toEqual([403, "session.forbidden"]);
});
