import { sql } from "kysely";
import { expect, test } from "vitest";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { staffPassword } from "../../support/school.ts";

const password = "trombone sous la pluie";

test("a teacher takes another password: the other devices are signed out, this one goes on under another token", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [here, elsewhere] = [await doors.asTeacher(school), await doors.asTeacher(school)];
  const colleague = await doors.asAdmin(school);
  const former = here.cookie;
  const answer = await here.put("/api/account/password", { current: staffPassword, password });
  expect(answer.status).toBe(204);
  expect((await here.get("/api/classrooms")).status).toBe(200);
  expect(here.cookie).not.toBe(former);
  here.cookie = former;
  expect(await refusalIn(await here.get("/api/classrooms"))).toEqual([401, "session.expired"]);
  expect(await refusalIn(await elsewhere.get("/api/classrooms"))).toEqual([401, "session.expired"]);
  expect((await colleague.get("/api/classrooms")).status).toBe(200);
  await expect(doors.asTeacher(school)).rejects.toThrow("bad_credentials");
  await doors.browser().signIn(school.teacher.email, password);
  expect(await doors.store.audit.listOf(`account:${school.teacher.id}`)).toMatchObject([
    { act: "account.passwordChanged" },
  ]);
});

test("without the current password nothing changes, and guessing it is braked together with guesses at the door", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const change = (current: string) => teacher.put("/api/account/password", { current, password });
  for (let guess = 0; guess < 4; guess += 1) {
    expect(await refusalIn(await change(`guess ${guess}`))).toEqual([403, "password.wrong"]);
    await expect(doors.browser().signIn(school.teacher.email, `guess ${guess}`)).rejects.toThrow("bad_credentials");
  }
  expect(await refusalIn(await change(staffPassword))).toEqual([429, "request.too_many"]);
  expect((await teacher.get("/api/classrooms")).status).toBe(200);
});

test("a password that is easy to guess for whoever knows the school is refused, and the page is told the names", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const change = (to: string) => teacher.put("/api/account/password", { current: staffPassword, password: to });
  expect(await refusalIn(await change("radiohirondelle"))).toEqual([400, "password.personal"]);
  expect(await refusalIn(await change("motdepasse123"))).toEqual([400, "password.weak"]);
  const { knownNames } = (await (await teacher.get("/api/account")).json()) as { knownNames: string[] };
  expect(knownNames).toEqual(expect.arrayContaining(["Radio Hirondelle", "Mme Lefort", school.school.name]));
  const pupil = await doors.asPupil(school);
  expect(await refusalIn(await pupil.get("/api/account"))).toEqual([403, "session.forbidden"]);
});

test("whoever signs in with a password that is replaced in that moment does not stay", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const reset = "UPDATE account SET passwordHash = 'another'; DELETE FROM session;";
  const atThatMoment = `CREATE TRIGGER resetNow BEFORE INSERT ON session BEGIN ${reset} END`;
  await sql.raw(atThatMoment).execute(doors.database);
  const browser = doors.browser();
  const answer = await browser.post("/api/sessions", { email: school.teacher.email, password: staffPassword });
  expect(await refusalIn(answer)).toEqual([401, "session.bad_credentials"]);
  expect(browser.cookie).toBeUndefined();
  expect(await doors.database.selectFrom("session").selectAll().execute()).toEqual([]);
});

test("a session that is ended while it gets its daily token does not live on under the new one", async () => {
  await using doors = await openDoors();
  const teacher = await doors.asTeacher(await doors.seedSchool());
  doors.clock.now += 25 * 3_600_000;
  const atThatMoment = "CREATE TRIGGER endNow BEFORE INSERT ON session BEGIN DELETE FROM session; END";
  await sql.raw(atThatMoment).execute(doors.database);
  expect(await refusalIn(await teacher.get("/api/sessions/current"))).toEqual([401, "session.expired"]);
  expect(await doors.database.selectFrom("session").selectAll().execute()).toEqual([]);
});

test("a token that somebody else put into the browser is not the one that a sign-in makes", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const planted = (await doors.asPupil(school)).cookie;
  const browser = doors.browser();
  browser.cookie = planted;
  await browser.signIn(school.teacher.email, staffPassword);
  expect(browser.cookie).not.toBe(planted);
  const stranger = doors.browser();
  stranger.cookie = planted;
  expect(await refusalIn(await stranger.get("/api/sessions/current"))).toEqual([401, "session.expired"]);
});
