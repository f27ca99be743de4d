import { expect, test } from "vitest";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

test("a class code, however it is typed, shows the avatars of its class", async () => {
  await using doors = await openDoors();
  const { classroom, school, pupils } = await doors.seedSchool();
  for (const typed of [classroom.code, classroom.code.toLowerCase(), classroom.code.replace(" ", "-")]) {
    const answer = await doors.browser().get(`/api/class-codes/${encodeURIComponent(typed)}`);
    expect(await answer.json()).toEqual({ classroom: { id: classroom.id, name: classroom.name }, school, pupils });
  }
});

test("a pupil enters by code and avatar and is known on that device only", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const tablet = await doors.asPupil(school);
  const session: unknown = await (await tablet.get("/api/sessions/current")).json();
  expect(session).toMatchObject({ kind: "pupil", pupil: { firstName: "Awa" }, classroom: { name: "CM2" } });
  expect((await doors.browser().get("/api/sessions/current")).status).toBe(401);
});

test("an avatar's id alone, or with another class's code, opens nothing", async () => {
  await using doors = await openDoors();
  const mine = await doors.seedSchool();
  const other = await doors.seedSchool();
  const browser = doors.browser();
  const enter = (code: string) => browser.post("/api/pupil-sessions", { code, pupilId: mine.pupils[0].id });
  expect(await refusalIn(await enter(other.classroom.code))).toEqual([404, "pupil.not_found"]);
  expect(await refusalIn(await enter("PIC"))).toEqual([400, "request.malformed"]);
  expect(browser.cookie).toBeUndefined();
});

test("renewing the code sends every pupil of the class out, and nobody else", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const other = await doors.seedSchool();
  const [tablet, stranger, teacher] = [
    await doors.asPupil(school),
    await doors.asPupil(other),
    await doors.asTeacher(school),
  ];
  const answer = await teacher.post(`/api/classrooms/${school.classroom.id}/class-codes`);
  const renewed = (await answer.json()) as { code: string };
  expect(renewed.code).toMatch(/^[A-Z]{3,12} \d{4}$/);
  expect(renewed.code).not.toBe(school.classroom.code);
  expect(await refusalIn(await tablet.get("/api/sessions/current"))).toEqual([401, "session.expired"]);
  expect((await stranger.get("/api/sessions/current")).status).toBe(200);
  expect((await teacher.get("/api/sessions/current")).status).toBe(200);
  const former = await doors.browser().get(`/api/class-codes/${school.classroom.code}`);
  expect(await refusalIn(former)).toEqual([404, "class_code.unknown"]);
});

test("code and pupils' sessions end with the school day, and the teacher finds a new code on the class page", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [tablet, teacher] = [await doors.asPupil(school), await doors.asTeacher(school)];
  doors.clock.now = school.codeEndsAt - 1_000;
  expect((await tablet.get("/api/sessions/current")).status).toBe(200);
  doors.clock.now = school.codeEndsAt;
  expect(await refusalIn(await tablet.get("/api/sessions/current"))).toEqual([401, "session.expired"]);
  const former = await doors.browser().get(`/api/class-codes/${school.classroom.code}`);
  expect(await refusalIn(former)).toEqual([410, "class_code.expired"]);
  const page = (await (await teacher.get(`/api/classrooms/${school.classroom.id}`)).json()) as {
    classroom: { code: string; codeExpiresAt: string };
  };
  expect(page.classroom.code).not.toBe(school.classroom.code);
  expect(Date.parse(page.classroom.codeExpiresAt)).toBeGreaterThan(doors.clock.now);
  expect((await doors.browser().get(`/api/class-codes/${page.classroom.code}`)).status).toBe(200);
});

test("a pupil who was removed is out at once", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [tablet, teacher] = [await doors.asPupil(school), await doors.asTeacher(school)];
  expect((await teacher.delete(`/api/pupils/${school.pupils[0].id}`)).status).toBe(204);
  expect((await tablet.get("/api/sessions/current")).status).toBe(401);
});

test("trying class codes one after the other is braked, for lists and for entries together", async () => {
  await using doors = await openDoors();
  const { classroom, pupils } = await doors.seedSchool();
  const browser = doors.browser();
  for (let tried = 0; tried < 40; tried += 1) await browser.get(`/api/class-codes/MERLE%20${1_000 + tried}`);
  expect(await refusalIn(await browser.get("/api/class-codes/MERLE%209999"))).toEqual([429, "request.too_many"]);
  const entry = await browser.post("/api/pupil-sessions", { code: classroom.code, pupilId: pupils[0].id });
  expect(await refusalIn(entry)).toEqual([429, "request.too_many"]);
});

const from = (address: string) => ({ "x-forwarded-for": address });

test("all addresses of one home line are one for the count of codes, however they are written", async () => {
  await using doors = await openDoors();
  await doors.seedSchool();
  const guess = async (address: string) =>
    (await doors.browser().send("GET", "/api/class-codes/MERLE%209999", null, from(address))).status;
  for (let tried = 0; tried < 40; tried += 1) await guess(`2001:db8:0:7:${tried.toString(16)}::1`);
  expect(await guess("2001:0DB8::7:ffff:ffff:ffff:ffff")).toBe(429);
  expect(await guess("2001:db8:0:8::1")).toBe(404);
  for (let tried = 0; tried < 40; tried += 1) await guess(tried % 2 === 0 ? "::ffff:192.0.2.1" : "::ffff:c000:201");
  expect(await guess("192.0.2.1")).toBe(429);
  expect(await guess("::ffff:192.0.2.2")).toBe(404);
});

test("whoever guesses from many lines is slowed down, and a school that types its code right enters meanwhile", async () => {
  await using doors = await openDoors();
  const { classroom } = await doors.seedSchool();
  const give = async (address: string, code: string) =>
    (await doors.browser().send("GET", `/api/class-codes/${encodeURIComponent(code)}`, null, from(address))).status;
  const guess = (address: string) => give(address, "MERLE 9999");
  expect(await give("198.51.100.1", classroom.code)).toBe(200);
  for (let tried = 0; tried < 200; tried += 1) await guess(`192.0.2.${tried % 100}`);
  const statuses = [];
  for (let tried = 0; tried < 6; tried += 1) statuses.push(await guess("203.0.113.1"));
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
  // Whose class is in already may mistype as always; whose is not yet there enters by the right code, as often as it likes.
  for (let tried = 0; tried < 6; tried += 1) expect(await guess("198.51.100.1")).toBe(404);
  for (let tried = 0; tried < 10; tried += 1) expect(await give("203.0.113.2", classroom.code)).toBe(200);
});

test("a whole class behind one address enters without being braked", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  for (let child = 0; child < 60; child += 1) await doors.asPupil(school);
});

test.each(["%00", "' OR 1=1 --", "🐦 4827", "x".repeat(2_000), "MERLE", "4827"])(
  "%j is no class code",
  async (typed) => {
    await using doors = await openDoors();
    const answer = await doors.browser().get(`/api/class-codes/${encodeURIComponent(typed)}`);
    expect(await refusalIn(answer)).toEqual([404, "class_code.unknown"]);
    expect(doors.bugs).toEqual([]);
  },
);

test("of a thousand codes guessed at once forty are looked at, and a class behind another address comes in meanwhile", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const guess = (_: unknown, index: number) =>
    doors
      .browser()
      .send("GET", `/api/class-codes/PIC%20${String(index).padStart(4, "0")}`, null, { "x-forwarded-for": "10.0.0.9" });
  const guesses = Promise.all(Array.from({ length: 1_000 }, guess));
  const entered = doors.asPupil(school);
  const statuses = (await guesses).map(({ status }) => status);
  expect([404, 429].map((status) => statuses.filter((each) => each === status).length)).toEqual([40, 960]);
  expect((await (await entered).get("/api/sessions/current")).status).toBe(200);
});

test("admins are told of thirty wrong codes in a row, of those that the throttle stopped too, with their time and no address", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const guess = () => doors.browser().get("/api/class-codes/PIC%200000");
  const told = async (): Promise<unknown> => (await (await doors.asAdmin(school)).get("/api/code-alarm")).json();
  for (let tries = 0; tries < 29; tries += 1) await guess();
  // A class that mistypes over the day is no alarm.
  expect(await told()).toEqual({ guesses: null });
  doors.clock.now += 16 * 60_000;
  const from = new Date(doors.clock.now).toISOString();
  for (let tries = 0; tries < 30; tries += 1) await guess();
  expect(await told()).toEqual({ guesses: { tries: 30, from, to: from } });
  for (let tries = 30; tries < 45; tries += 1) await guess();
  expect(await told()).toEqual({ guesses: { tries: 45, from, to: from } });
  expect(await doors.store.audit.listOf("station")).toMatchObject([{ act: "classCode.guessed", actor: "visitor" }]);
  const teacher = await doors.asTeacher(school);
  expect(await refusalIn(await teacher.get("/api/code-alarm"))).toEqual([403, "session.forbidden"]);
  doors.clock.now += 25 * 3_600_000;
  expect(await told()).toEqual({ guesses: null });
});

test("a thousand guesses that come together from a hundred lines are not looked at for long, and the class enters meanwhile", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const ask = async (code: string, line: number) => {
    const from = { "x-forwarded-for": `203.0.113.${line}` };
    return (await doors.browser().send("GET", `/api/class-codes/${encodeURIComponent(code)}`, null, from)).status;
  };
  expect(await ask(school.classroom.code, 250)).toBe(200);
  const codes = Array.from({ length: 1_001 }, (_, count) => `MERLE ${String(count).padStart(4, "0")}`);
  const wrong = codes.filter((code) => code !== school.classroom.code).slice(0, 1_000);
  const told = await Promise.all(wrong.map((code, count) => ask(code, count % 100)));
  // Two hundred, and then five for each line.
  expect(told.filter((status) => status === 404).length).toBeLessThanOrEqual(700);
  expect(told.filter((status) => status === 200)).toEqual([]);
  expect(await ask(school.classroom.code, 250)).toBe(200);
});
