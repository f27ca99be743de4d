import { expect, test } from "vitest";
import type { ShowCode } from "../../../schemas/show-codes.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

type Doors = Awaited<ReturnType<typeof openDoors>>;
type School = Awaited<ReturnType<Doors["seedSchool"]>>;

/** The show of a school with a code of its own. */
async function giveCode(doors: Doors, school: School) {
  const teacher = await doors.asTeacher(school);
  const code = (await (await teacher.post(`/api/shows/${school.show.id}/class-codes`)).json()) as ShowCode;
  return { teacher, code };
}

const day = 24 * 3_600_000;

test("a show's code opens its class beside the day's, is still there tomorrow, and is told on the class page and the desk", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { teacher, code } = await giveCode(doors, school);
  expect(code).toMatchObject({ showId: school.show.id, title: school.show.title });
  expect(code.code).not.toBe(school.classroom.code);
  const tablet = await doors.browser().enter(code.code, school.pupils[0].id);
  await doors.asPupil(school);
  doors.clock.now += day;
  expect((await tablet.get("/api/sessions/current")).status).toBe(200);
  // The class page draws a new code of the day, which sends out who came in by yesterday's only.
  await teacher.get(`/api/classrooms/${school.classroom.id}`);
  expect((await tablet.get("/api/sessions/current")).status).toBe(200);
  await doors.browser().enter(code.code, school.pupils[1].id);
  const listed = await teacher.get(`/api/classrooms/${school.classroom.id}/show-codes`);
  expect(await listed.json()).toEqual([code]);
});

test("after its end a show's code opens nothing, and who came in by it is out; who came in by the day's stays", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { teacher, code } = await giveCode(doors, school);
  const byShow = await doors.browser().enter(code.code, school.pupils[0].id);
  const byDay = await doors.asPupil(school, 1);
  await doors.store.shows.setState(school.show.id, "live");
  expect((await byShow.get("/api/sessions/current")).status).toBe(200);
  await doors.store.shows.setState(school.show.id, "ended");
  expect(await refusalIn(await byShow.get("/api/sessions/current"))).toEqual([401, "session.expired"]);
  expect((await byDay.get("/api/sessions/current")).status).toBe(200);
  const door = await doors.browser().get(`/api/class-codes/${encodeURIComponent(code.code)}`);
  expect(await refusalIn(door)).toEqual([410, "class_code.expired"]);
  expect(await (await teacher.get(`/api/classrooms/${school.classroom.id}/show-codes`)).json()).toEqual([]);
  const again = await teacher.post(`/api/shows/${school.show.id}/class-codes`);
  expect(await refusalIn(again)).toEqual([409, "show.ended"]);
});

test.each(["renewed", "taken away"])(
  "a show's code that is %s opens nothing, and sends out who came in by it",
  async (how) => {
    await using doors = await openDoors();
    const school = await doors.seedSchool();
    const { teacher, code } = await giveCode(doors, school);
    const [byShow, byDay] = [
      await doors.browser().enter(code.code, school.pupils[0].id),
      await doors.asPupil(school, 1),
    ];
    if (how === "renewed") await giveCode(doors, school);
    else expect((await teacher.delete(`/api/shows/${school.show.id}/class-code`)).status).toBe(204);
    expect((await byShow.get("/api/sessions/current")).status).toBe(401);
    expect((await byDay.get("/api/sessions/current")).status).toBe(200);
    const door = await doors.browser().get(`/api/class-codes/${encodeURIComponent(code.code)}`);
    expect(await refusalIn(door)).toEqual([404, "class_code.unknown"]);
  },
);

test("the code of a show that is never held ends after a month, and one that is called off with it", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { code } = await giveCode(doors, school);
  doors.clock.now += 31 * day;
  const door = () => doors.browser().get(`/api/class-codes/${encodeURIComponent(code.code)}`);
  expect(await refusalIn(await door())).toEqual([410, "class_code.expired"]);
  await (await doors.asTeacher(school)).delete(`/api/shows/${school.show.id}`);
  expect(await refusalIn(await door())).toEqual([404, "class_code.unknown"]);
});

test("a newcomer who asked by a show's code and was let in is out with the show", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { teacher, code } = await giveCode(doors, school);
  const tablet = doors.browser();
  await tablet.post("/api/newcomers", { code: code.code, firstName: "Zoé", bird: "pic", colour: 4 });
  const door = `/api/classrooms/${school.classroom.id}/newcomers`;
  const [waiting] = (await (await teacher.get(door)).json()) as { id: string }[];
  await teacher.post(`${door}/${waiting!.id}/admissions`);
  expect((await tablet.post("/api/newcomers/current/sessions")).status).toBe(201);
  await doors.store.shows.setState(school.show.id, "ended");
  expect((await tablet.get("/api/sessions/current")).status).toBe(401);
});

test("no two codes of a station are alike, of a class or of a show", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { code } = await giveCode(doors, school);
  const draws = [code.code, school.classroom.code, "PIC 0001"];
  const issue = () => ({ code: draws.shift()!, codeExpiresAt: doors.clock.now + day });
  expect((await doors.store.classrooms.renewCode(school.classroom.id, issue)).code).toBe("PIC 0001");
  const others = ["PIC 0001", "PIC 0002"];
  await doors.store.showCodes.issue(school.show.id, () => ({ code: others.shift()!, codeExpiresAt: 0 }));
  expect((await doors.store.showCodes.find(school.show.id))?.code).toBe("PIC 0002");
});
