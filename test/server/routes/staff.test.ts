import { expect, test } from "vitest";
import type { Session } from "../../../schemas/people.ts";
import type { StaffMember } from "../../../schemas/staff.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { staffPassword } from "../../support/school.ts";

const password = "une autre phrase assez longue";

/** A school with its admin, who invites Mme Petit into the class. */
async function openStaffroom() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const admin = await doors.asAdmin(school);
  const invite = (fields: object = {}) =>
    admin.post("/api/staff-invitations", {
      ...{ email: "petit@ecole.test", role: "teacher", classroomIds: [school.classroom.id] },
      ...fields,
    });
  const tokenIn = async (answer: Response) => ((await answer.json()) as { url: string }).url.split("/bienvenue#")[1]!;
  const accept = (token: string, fields: object = { displayName: "Mme Petit", password }) =>
    doors.browser().post("/api/staff-links/accept", { token, ...fields });
  const list = async () => (await (await admin.get("/api/staff")).json()) as StaffMember[];
  return {
    doors,
    school,
    admin,
    invite,
    tokenIn,
    accept,
    list,
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

test("an admin invites a teacher by a link, who chooses name and password and is in their class at once", async () => {
  await using house = await openStaffroom();
  const { doors, school } = house;
  const token = await house.tokenIn(await house.invite());
  const read = await doors.browser().post("/api/staff-links/read", { token });
  expect(await read.json()).toEqual({
    ...{ email: "petit@ecole.test", displayName: null, school: { name: school.school.name, city: "Vierzon" } },
    knownNames: [school.school.name, "Vierzon", "CM2", "Radio Hirondelle"],
  });
  const guest = doors.browser();
  const answer = await guest.post("/api/staff-links/accept", { token, displayName: "Mme Petit", password });
  const session = (await answer.json()) as Session;
  expect(session).toMatchObject({ kind: "staff", account: { displayName: "Mme Petit", role: "teacher" } });
  expect((await guest.get(`/api/classrooms/${school.classroom.id}`)).status).toBe(200);
  expect(await refusalIn(await guest.get("/api/staff"))).toEqual([403, "session.forbidden"]);
  await doors.browser().signIn("petit@ecole.test", password);
  expect((await house.list()).map(({ displayName, classroomIds }) => [displayName, classroomIds.length])).toEqual([
    ["M. Roy", 0],
    ["Mme Lefort", 1],
    ["Mme Petit", 1],
  ]);
});

test("an invitation is used once, also by two at once, and ends after seven days", async () => {
  await using house = await openStaffroom();
  const token = await house.tokenIn(await house.invite());
  const answers = await Promise.all([house.accept(token), house.accept(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  const late = await house.tokenIn(await house.invite({ email: "late@ecole.test" }));
  house.doors.clock.now += 7 * 86_400_000;
  expect(await refusalIn(await house.accept(late))).toEqual([404, "staff_link.unknown"]);
});

test("a link for a lost password sets another one, once, and ends the sessions that the old one opened", async () => {
  await using house = await openStaffroom();
  const { doors, school, admin } = house;
  const teacher = await doors.asTeacher(school);
  const token = await house.tokenIn(await admin.post(`/api/staff/${school.teacher.id}/password-links`));
  expect((await teacher.get("/api/classrooms")).status).toBe(200);
  expect((await house.accept(token, { password })).status).toBe(201);
  expect(await refusalIn(await teacher.get("/api/classrooms"))).toEqual([401, "session.expired"]);
  await expect(doors.browser().signIn(school.teacher.email, staffPassword)).rejects.toThrow("bad_credentials");
  await doors.browser().signIn(school.teacher.email, password);
  expect(await refusalIn(await house.accept(token, { password }))).toEqual([404, "staff_link.unknown"]);
});

test("only an admin invites, for classes of their school, an address that has no account", async () => {
  await using house = await openStaffroom();
  const { doors, school, invite } = house;
  const other = await doors.seedSchool();
  expect(await refusalIn(await invite({ classroomIds: [other.classroom.id] }))).toEqual([404, "classroom.not_found"]);
  expect(await refusalIn(await invite({ email: school.teacher.email }))).toEqual([409, "account.email_taken"]);
  const theirs = await house.admin.post(`/api/staff/${other.teacher.id}/password-links`);
  expect(await refusalIn(theirs)).toEqual([404, "account.not_found"]);
  const teacher = await doors.asTeacher(school);
  expect(await refusalIn(await teacher.post("/api/staff-invitations", {}))).toEqual([403, "session.forbidden"]);
});

test("an invitation without a name or with a short password leaves the link unused", async () => {
  await using house = await openStaffroom();
  const token = await house.tokenIn(await house.invite());
  expect(await refusalIn(await house.accept(token, { password }))).toEqual([400, "request.malformed"]);
  const short = { displayName: "Mme Petit", password: "court" };
  expect(await refusalIn(await house.accept(token, short))).toEqual([400, "request.malformed"]);
  expect((await house.accept(token)).status).toBe(201);
});

test("a password that is easy to guess for whoever knows the school is refused with a link too, which stays unused", async () => {
  await using house = await openStaffroom();
  const { school, admin } = house;
  const token = await house.tokenIn(await house.invite());
  const petit = (words: string) => house.accept(token, { displayName: "Mme Petit", password: words });
  expect(await refusalIn(await petit("Radio-Hirondelle-2026"))).toEqual([400, "password.personal"]);
  expect(await refusalIn(await petit("azertyuiop"))).toEqual([400, "password.weak"]);
  const lost = await house.tokenIn(await admin.post(`/api/staff/${school.teacher.id}/password-links`));
  expect(await refusalIn(await house.accept(lost, { password: "MmeLefort1984" }))).toEqual([400, "password.personal"]);
  expect((await house.accept(lost, { password })).status).toBe(201);
  expect((await petit(password)).status).toBe(201);
});

test("links that nobody gave are refused, and after twenty of them the address waits; the database keeps hashes only", async () => {
  await using house = await openStaffroom();
  const token = await house.tokenIn(await house.invite());
  const rows = await house.doors.database.selectFrom("staffLink").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token);
  for (let guess = 0; guess < 20; guess += 1) {
    expect(await refusalIn(await house.accept(`guess-${guess}`))).toEqual([404, "staff_link.unknown"]);
  }
  expect(await refusalIn(await house.accept(token))).toEqual([429, "request.too_many"]);
});
