import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Newcomer, NewcomerState } from "../../../schemas/newcomers.ts";
import type { Pupil, Session } from "../../../schemas/people.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

type Doors = Awaited<ReturnType<typeof openDoors>>;
type School = Awaited<ReturnType<Doors["seedSchool"]>>;

const wish = { firstName: "Zoé", bird: "pic", colour: 4 } as const;

/** A tablet whose child asked to come in. */
async function askAt(doors: Doors, { classroom }: School, own: object = {}): Promise<ApiClient> {
  const tablet = doors.browser();
  const answer = await tablet.post("/api/newcomers", { code: classroom.code, ...wish, ...own });
  if (answer.status !== 201) throw new Error(await answer.text());
  return tablet;
}

const stateOf = async (tablet: ApiClient) =>
  (await (await tablet.get("/api/newcomers/current")).json()) as NewcomerState;
const doorOf = ({ classroom }: School) => `/api/classrooms/${classroom.id}/newcomers`;
const listOf = async (teacher: ApiClient, school: School) =>
  (await (await teacher.get(doorOf(school))).json()) as Newcomer[];
const answerTo = (teacher: ApiClient, school: School, { id }: Newcomer, body = {}) =>
  teacher.post(`${doorOf(school)}/${id}/admissions`, body);

test("a child who is not in the list asks, waits, is let in by the teacher, and is a pupil of the class whose voice is nobody's yet", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [tablet, teacher] = [await askAt(doors, school), await doors.asTeacher(school)];
  const { id, name } = school.classroom;
  expect(await stateOf(tablet)).toMatchObject({ state: "waiting", newcomer: wish, classroom: { id, name } });
  expect(await refusalIn(await tablet.post("/api/newcomers/current/sessions"))).toEqual([404, "newcomer.not_found"]);
  const [waiting] = await listOf(teacher, school);
  expect(waiting).toMatchObject({ ...wish, askedAt: new Date(doors.clock.now).toISOString() });
  const pupil = (await (await answerTo(teacher, school, waiting!)).json()) as Pupil;
  expect(pupil).toMatchObject({ ...wish, classroomId: id });
  expect(await listOf(teacher, school)).toEqual([]);
  expect(await stateOf(tablet)).toEqual({ state: "letIn" });
  const session = (await (await tablet.post("/api/newcomers/current/sessions")).json()) as Session;
  expect(session).toMatchObject({ kind: "pupil", pupil: { id: pupil.id } });
  expect(await (await tablet.get("/api/sessions/current")).json()).toEqual(session);
  expect((await doors.store.consents.scopesIn(school.classroom.id)).get(pupil.id) ?? "none").toBe("none");
  expect(await doors.store.audit.listOf(`pupil:${pupil.id}`)).toMatchObject([{ act: "newcomer.letIn" }]);
  expect(doors.changedDoors).toEqual([id, id]);
});

test("who is in the list after all comes in as that pupil, past their three pictures, and the class has nobody more", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [tablet, teacher] = [await askAt(doors, school, { firstName: "Awouch" }), await doors.asTeacher(school)];
  const [awa] = school.pupils;
  await teacher.post(`/api/pupils/${awa.id}/pictures`);
  const [waiting] = await listOf(teacher, school);
  expect((await answerTo(teacher, school, waiting!, { pupilId: awa.id })).status).toBe(201);
  const session = (await (await tablet.post("/api/newcomers/current/sessions")).json()) as Session;
  expect(session).toMatchObject({ kind: "pupil", pupil: { id: awa.id, firstName: "Awa" } });
  expect(await doors.store.people.pupilsOf(school.classroom.id)).toHaveLength(3);
});

test("nobody comes in as a pupil of another class, and nobody lets in at another class's door", async () => {
  await using doors = await openDoors();
  const [mine, other] = [await doors.seedSchool(), await doors.seedSchool()];
  const [tablet, teacher] = [await askAt(doors, mine), await doors.asTeacher(mine)];
  const [waiting] = await listOf(teacher, mine);
  const foreign = await answerTo(teacher, mine, waiting!, { pupilId: other.pupils[0].id });
  expect(await refusalIn(foreign)).toEqual([404, "pupil.not_found"]);
  const stranger = await doors.asTeacher(other);
  expect(await refusalIn(await answerTo(stranger, other, waiting!))).toEqual([404, "newcomer.not_found"]);
  expect(await refusalIn(await answerTo(stranger, mine, waiting!))).toEqual([404, "classroom.not_found"]);
  expect(await stateOf(tablet)).toMatchObject({ state: "waiting" });
});

test("of a newcomer who is refused, or who goes, nothing remains: not on the page, not in the database, not on the disk", async () => {
  await using doors = await openDoors({ isOnDisk: true });
  const school = await doors.seedSchool();
  const [refused, gone] = [
    await askAt(doors, school, { firstName: "Philibertine" }),
    await askAt(doors, school, { firstName: "Philibertine" }),
  ];
  const teacher = await doors.asTeacher(school);
  const [first] = await listOf(teacher, school);
  expect((await teacher.delete(`${doorOf(school)}/${first!.id}`)).status).toBe(204);
  const cookie = gone.cookie;
  expect((await gone.delete("/api/newcomers/current")).status).toBe(204);
  gone.cookie = cookie;
  expect(await listOf(teacher, school)).toEqual([]);
  for (const tablet of [refused, gone]) expect(await stateOf(tablet)).toEqual({ state: "gone" });
  expect(await refusalIn(await refused.post("/api/newcomers/current/sessions"))).toEqual([404, "newcomer.not_found"]);
  for (const file of ["antenne.db", "antenne.db-wal"])
    expect(await readFile(join(doors.directory, file), "latin1")).not.toContain("Philibertine");
  const [written] = await doors.store.audit.listOf(`classroom:${school.classroom.id}`);
  expect(written).toMatchObject({ act: "newcomer.refused", detail: null });
});

test.each(["renewed", "ended"])(
  "with the code that is %s, whoever waits by it or was let in by it is forgotten",
  async (how) => {
    await using doors = await openDoors();
    const school = await doors.seedSchool();
    const [letIn, waiting] = [await askAt(doors, school), await askAt(doors, school, { firstName: "Tom" })];
    const teacher = await doors.asTeacher(school);
    await answerTo(teacher, school, (await listOf(teacher, school))[0]!);
    if (how === "renewed") await teacher.post(`/api/classrooms/${school.classroom.id}/class-codes`);
    else doors.clock.now = school.codeEndsAt;
    for (const tablet of [letIn, waiting]) expect(await stateOf(tablet)).toEqual({ state: "gone" });
    expect(await refusalIn(await letIn.post("/api/newcomers/current/sessions"))).toEqual([404, "newcomer.not_found"]);
  },
);

test("a newcomer who asks again from the same tablet waits once, and another tablet cannot say how they stand", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const tablet = await askAt(doors, school);
  await tablet.post("/api/newcomers", { code: school.classroom.code, ...wish, firstName: "Zoé-Lou" });
  const teacher = await doors.asTeacher(school);
  expect((await listOf(teacher, school)).map(({ firstName }) => firstName)).toEqual(["Zoé-Lou"]);
  expect(await stateOf(doors.browser())).toEqual({ state: "gone" });
});

test("a bird that somebody took meanwhile comes in another colour", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { bird, colour } = school.pupils[0];
  await askAt(doors, school, { bird, colour });
  const teacher = await doors.asTeacher(school);
  const pupil = (await (await answerTo(teacher, school, (await listOf(teacher, school))[0]!)).json()) as Pupil;
  expect(pupil.bird).toBe(bird);
  expect(pupil.colour).not.toBe(colour);
});

test("a surname is refused at the door, and so is a code that opens nothing", async () => {
  await using doors = await openDoors();
  const { classroom } = await doors.seedSchool();
  const ask = (body: object) => doors.browser().post("/api/newcomers", { code: classroom.code, ...wish, ...body });
  expect(await refusalIn(await ask({ firstName: "Zoé Martin" }))).toEqual([400, "pupil.name_refused"]);
  expect(await refusalIn(await ask({ code: "MERLE 9999" }))).toEqual([404, "class_code.unknown"]);
});

test("thirty wait for a class at most, forty-five behind one address, and who asks on and on is braked", async () => {
  await using doors = await openDoors();
  const [one, two] = [await doors.seedSchool(), await doors.seedSchool()];
  const json = { "content-type": "application/json" };
  const askFrom = (address: string, { classroom }: School) => {
    const body = JSON.stringify({ code: classroom.code, ...wish });
    return doors.browser().send("POST", "/api/newcomers", body, { ...json, "x-forwarded-for": address });
  };
  for (let child = 0; child < 30; child += 1) expect((await askFrom("192.0.2.1", one)).status).toBe(201);
  expect(await refusalIn(await askFrom("192.0.2.2", one))).toEqual([409, "newcomer.too_many"]);
  for (let child = 0; child < 15; child += 1) expect((await askFrom("192.0.2.1", two)).status).toBe(201);
  for (let child = 0; child < 15; child += 1)
    expect(await refusalIn(await askFrom("192.0.2.1", two))).toEqual([409, "newcomer.too_many"]);
  expect(await refusalIn(await askFrom("192.0.2.1", two))).toEqual([429, "request.too_many"]);
  expect((await askFrom("192.0.2.2", two)).status).toBe(201);
  expect(doors.bugs).toEqual([]);
});
