import { expect, test } from "vitest";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { staffPassword } from "../../support/school.ts";

const dayMs = 24 * 3_600_000;

test("a teacher signs in, is known, and signs out", async () => {
  await using doors = await openDoors();
  const { teacher, school } = await doors.seedSchool();
  const browser = doors.browser();
  const answer = await browser.post("/api/sessions", { email: teacher.email.toUpperCase(), password: staffPassword });
  expect(answer.status).toBe(201);
  expect(await answer.json()).toEqual({ kind: "staff", account: teacher, school });
  expect(await (await browser.get("/api/sessions/current")).json()).toMatchObject({ account: { id: teacher.id } });
  expect((await browser.delete("/api/sessions/current")).status).toBe(204);
  expect(await refusalIn(await browser.get("/api/sessions/current"))).toEqual([401, "session.missing"]);
});

test("a token that was signed out opens nothing, even to who kept it", async () => {
  await using doors = await openDoors();
  const browser = await doors.asTeacher(await doors.seedSchool());
  const kept = browser.cookie;
  await browser.delete("/api/sessions/current");
  browser.cookie = kept;
  expect(await refusalIn(await browser.get("/api/sessions/current"))).toEqual([401, "session.expired"]);
});

test("the cookie is out of reach of scripts and other sites, and the database keeps only its hash", async () => {
  await using doors = await openDoors();
  const { teacher } = await doors.seedSchool();
  const answer = await doors.browser().post("/api/sessions", { email: teacher.email, password: staffPassword });
  const [cookie] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^antenne_session=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
  const [row] = await doors.database.selectFrom("session").selectAll().execute();
  expect(cookie).not.toContain(row!.tokenHash);
});

test("signing in again ends the session that this browser had", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const browser = await doors.asTeacher(school);
  await browser.signIn(school.teacher.email, staffPassword);
  expect(await doors.database.selectFrom("session").selectAll().execute()).toHaveLength(1);
});

test("a session gets another token once a day, and the former one serves a minute longer", async () => {
  await using doors = await openDoors();
  const browser = await doors.asTeacher(await doors.seedSchool());
  const former = browser.cookie;
  doors.clock.now += dayMs + 1;
  const answers = await Promise.all([browser.get("/api/sessions/current"), browser.get("/api/sessions/current")]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toHaveLength(1);
  const renewed = browser.cookie;
  expect(renewed).not.toBe(former);
  doors.clock.now += 61_000;
  expect((await browser.get("/api/sessions/current")).status).toBe(200);
  browser.cookie = former;
  expect((await browser.get("/api/sessions/current")).status).toBe(401);
});

test("a session that nobody uses ends after two weeks", async () => {
  await using doors = await openDoors();
  const browser = await doors.asTeacher(await doors.seedSchool());
  doors.clock.now += 15 * dayMs;
  expect(await refusalIn(await browser.get("/api/sessions/current"))).toEqual([401, "session.expired"]);
});

test("a wrong password and an unknown e-mail are refused alike, in about the same time", async () => {
  await using doors = await openDoors();
  const { teacher } = await doors.seedSchool();
  const timed = async (email: string) => {
    const before = performance.now();
    const answer = await doors.browser().post("/api/sessions", { email, password: "not the password" });
    expect(await refusalIn(answer)).toEqual([401, "session.bad_credentials"]);
    return performance.now() - before;
  };
  await timed("first@ecole.test");
  const known = [await timed(teacher.email), await timed(teacher.email), await timed(teacher.email)];
  const unknown = [await timed("a@ecole.test"), await timed("b@ecole.test"), await timed("c@ecole.test")];
  // Without the hash of nobody the ratio is above ten.
  const ratio = Math.min(...known) / Math.min(...unknown);
  expect(ratio).toBeGreaterThan(1 / 3);
  expect(ratio).toBeLessThan(3);
});

test("guessing one person's password is braked, with the time to wait", async () => {
  await using doors = await openDoors();
  const { teacher } = await doors.seedSchool();
  const browser = doors.browser();
  const guess = (index: number) =>
    browser.send("POST", "/api/sessions", JSON.stringify({ email: teacher.email, password: `guess ${index}` }), {
      "content-type": "application/json",
      "x-forwarded-for": `192.0.2.${index}`,
    });
  // All at once, so that none slips through while another is counted.
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => guess(index)));
  const braked = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(8);
  expect(braked).toHaveLength(4);
  expect(Number(braked[0]!.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refusalIn(await guess(99))).toEqual([429, "request.too_many"]);
});

test("guessing many people's passwords from one address is braked", async () => {
  await using doors = await openDoors();
  const browser = doors.browser();
  const guess = (index: number) =>
    browser.send("POST", "/api/sessions", JSON.stringify({ email: `p${index}@ecole.test`, password: "guess" }), {
      "content-type": "application/json",
      // What a client writes in front of the proxy's own entry does not hide it.
      "x-forwarded-for": `198.51.100.${index}, 192.0.2.1`,
    });
  const statuses: number[] = [];
  for (let index = 0; index < 32; index += 1) statuses.push((await guess(index)).status);
  expect(statuses.indexOf(429)).toBe(30);
});

test("right passwords are not counted", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  for (let time = 0; time < 10; time += 1) await doors.asTeacher(school);
});

test.each([
  ["no body", undefined],
  ["a number", 12],
  ["a list", []],
  ["an e-mail that is an object", { email: { $gt: "" }, password: "x" }],
  ["a password too long to hash", { email: "a@ecole.test", password: "x".repeat(100_000) }],
  ["a field too many", { email: "a@ecole.test", password: "x", role: "admin" }],
])("a sign-in with %s is malformed", async (_name, body) => {
  await using doors = await openDoors();
  expect(await refusalIn(await doors.browser().post("/api/sessions", body))).toEqual([400, "request.malformed"]);
  expect(doors.bugs).toEqual([]);
});

test("a body that is no JSON is malformed, and one without end is too large", async () => {
  await using doors = await openDoors();
  const browser = doors.browser();
  const json = { "content-type": "application/json" };
  const send = (body: string) => browser.send("POST", "/api/sessions", body, json);
  expect(await refusalIn(await send("{"))).toEqual([400, "request.malformed"]);
  expect(await refusalIn(await send(`"${"x".repeat(300_000)}"`))).toEqual([413, "request.too_large"]);
});

test.each([
  ["another site", { origin: "https://elsewhere.test" }],
  ["the same host by another port", { origin: "http://antenne.test:81" }],
  ["a page without an origin", { origin: "null" }],
])("what %s sends in the person's name is refused", async (_name, headers) => {
  await using doors = await openDoors();
  const browser = await doors.asTeacher(await doors.seedSchool());
  const answer = await browser.send("DELETE", "/api/sessions/current", null, headers);
  expect(await refusalIn(answer)).toEqual([403, "request.foreign_origin"]);
  expect((await browser.get("/api/sessions/current")).status).toBe(200);
});

test("a cookie without any word on where the request comes from is refused, unless nothing is changed", async () => {
  await using doors = await openDoors();
  const { cookie } = await doors.asTeacher(await doors.seedSchool());
  const bare = (method: string, headers = {}) =>
    doors.app.request("http://antenne.test/api/sessions/current", { method, headers: { cookie: cookie!, ...headers } });
  expect((await bare("DELETE")).status).toBe(403);
  expect((await bare("DELETE", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await bare("GET")).status).toBe(200);
  expect((await bare("DELETE", { "sec-fetch-site": "same-origin" })).status).toBe(204);
});

test("over TLS the session's cookie is of this very host, and one that another site of the domain set opens nothing", async () => {
  await using doors = await openDoors({ isSecure: true });
  const school = await doors.seedSchool();
  const browser = doors.browser();
  const { email } = school.teacher;
  const answer = await browser.post("/api/sessions", { email, password: staffPassword });
  const [cookie] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-antenne_session=[\w-]{43};/);
  expect(cookie).toMatch(/; Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
  expect(cookie).not.toMatch(/domain/i);
  expect((await browser.get("/api/sessions/current")).status).toBe(200);
  browser.cookie = browser.cookie!.replace("__Host-", "");
  expect((await browser.get("/api/sessions/current")).status).toBe(401);
});
