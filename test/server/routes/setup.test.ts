import { expect, test } from "vitest";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors, setUpToken } from "../../support/doors.ts";

const setup = {
  token: setUpToken,
  schoolName: "École des Marronniers",
  city: "Vierzon",
  displayName: "Mme Lefort",
  email: "Lefort@Ecole.test",
  password: "une phrase bien longue",
  classroomName: "CM2 de Mme Lefort",
  channelTitle: "Radio Hirondelle",
};

test("one short page sets a station up and signs its first teacher in", async () => {
  await using doors = await openDoors();
  const browser = doors.browser();
  expect(await (await browser.get("/api/setup")).json()).toEqual({ isNeeded: true });
  const answer = await browser.post("/api/setup", setup);
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ kind: "staff", account: { email: "lefort@ecole.test", role: "admin" } });
  const [classroom] = (await (await browser.get("/api/classrooms")).json()) as { id: string }[];
  expect(await (await browser.get(`/api/classrooms/${classroom!.id}`)).json()).toMatchObject({
    classroom: { name: "CM2 de Mme Lefort", schoolYear: "2026-2027" },
    pupils: [],
    channels: [{ title: "Radio Hirondelle", visibility: "class", author: "École des Marronniers" }],
  });
  expect(await (await browser.get("/api/setup")).json()).toEqual({ isNeeded: false });
});

test("the link works once, also when two use it at the same time", async () => {
  await using doors = await openDoors();
  const answers = await Promise.all([
    doors.browser().post("/api/setup", setup),
    doors.browser().post("/api/setup", setup),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await refusalIn(await doors.browser().post("/api/setup", setup))).toEqual([409, "setup.done"]);
  expect(await doors.database.selectFrom("school").selectAll().execute()).toHaveLength(1);
});

test.each([
  ["another word than the link's", { token: "guess" }, [403, "setup.bad_token"]],
  ["a short password", { password: "court" }, [400, "request.malformed"]],
  ["the radio's name for a password", { password: "radio hirondelle" }, [400, "password.personal"]],
  ["a password that everybody takes", { password: "motdepasse123" }, [400, "password.weak"]],
  ["no e-mail", { email: "Mme Lefort" }, [400, "request.malformed"]],
  ["a role of one's own", { role: "admin" }, [400, "request.malformed"]],
])("a set-up with %s is refused and leaves nothing", async (_name, change, refusal) => {
  await using doors = await openDoors();
  expect(await refusalIn(await doors.browser().post("/api/setup", { ...setup, ...change }))).toEqual(refusal);
  expect(await doors.database.selectFrom("school").selectAll().execute()).toEqual([]);
});
