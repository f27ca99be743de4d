import { sql } from "kysely";
import { expect, test } from "vitest";
import type { OwnSession } from "../../../schemas/account.ts";
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

test("a teacher sees in which browsers they are signed in, in words, and ends one or all the others", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const signInFrom = async (userAgent: string) => {
    const browser = doors.browser();
    const credentials = JSON.stringify({ email: school.teacher.email, password: staffPassword });
    await browser.send("POST", "/api/sessions", credentials, {
      "content-type": "application/json",
      "user-agent": userAgent,
    });
    doors.clock.now += 60_000;
    return browser;
  };
  const old = await signInFrom("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0 Edg/139.0");
  const phone = await signInFrom("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1");
  const here = await signInFrom("Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0");
  await doors.asAdmin(school);
  const list = async () => (await (await here.get("/api/account/sessions")).json()) as OwnSession[];
  const words = (await list()).map(({ browser, system, isHere }) => [browser, system, isHere]);
  expect(words).toEqual([
    ["firefox", "linux", true],
    ["safari", "ios", false],
    ["edge", "windows", false],
  ]);
  expect((await here.delete(`/api/account/sessions/${(await list())[1]!.id}`)).status).toBe(204);
  expect((await phone.get("/api/classrooms")).status).toBe(401);
  expect((await old.get("/api/classrooms")).status).toBe(200);
  expect((await here.delete("/api/account/sessions")).status).toBe(204);
  expect((await old.get("/api/classrooms")).status).toBe(401);
  expect(await list()).toMatchObject([{ browser: "firefox", isHere: true }]);
});

test("nobody ends the session of somebody else, not even an admin", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [teacher, admin] = [await doors.asTeacher(school), await doors.asAdmin(school)];
  const [own] = (await (await teacher.get("/api/account/sessions")).json()) as OwnSession[];
  const answer = await admin.delete(`/api/account/sessions/${own!.id}`);
  expect(await refusalIn(answer)).toEqual([404, "session.not_found"]);
  expect((await teacher.get("/api/classrooms")).status).toBe(200);
});

test("a session stays the same one when its token changes, and tells when it was last seen", async () => {
  await using doors = await openDoors();
  const teacher = await doors.asTeacher(await doors.seedSchool());
  const list = async () => (await (await teacher.get("/api/account/sessions")).json()) as OwnSession[];
  const [before] = await list();
  doors.clock.now += 25 * 3_600_000;
  await teacher.get("/api/sessions/current");
  expect(await list()).toEqual([{ ...before, seenAt: new Date(doors.clock.now).toISOString() }]);
  doors.clock.now += 4 * 60_000;
  await teacher.get("/api/sessions/current");
  expect((await list())[0]!.seenAt).toBe(new Date(doors.clock.now - 4 * 60_000).toISOString());
});

test("of pupils nothing about their device is kept", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const entry = JSON.stringify({ code: school.classroom.code, pupilId: school.pupils[0].id });
  const headers = { "content-type": "application/json", "user-agent": "Mozilla/5.0 (X11; Linux) Firefox/142.0" };
  await doors.browser().send("POST", "/api/pupil-sessions", entry, headers);
  const rows = await doors.database.selectFrom("session").select(["browser", "system"]).execute();
  expect(rows).toEqual([{ browser: "other", system: "other" }]);
});

test("the name that pupils see can be changed", async () => {
  await using doors = await openDoors();
  const teacher = await doors.asTeacher(await doors.seedSchool());
  expect((await teacher.patch("/api/account", { displayName: "Mme Lefort-Petit" })).status).toBe(200);
  const session: unknown = await (await teacher.get("/api/sessions/current")).json();
  expect(session).toMatchObject({ account: { displayName: "Mme Lefort-Petit", role: "teacher" } });
  expect(await refusalIn(await teacher.patch("/api/account", { displayName: "x", role: "admin" }))).toEqual([
    ...[400, "request.malformed"],
  ]);
});
