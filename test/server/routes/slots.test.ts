import { expect, test } from "vitest";
import type { Show } from "../../../schemas/shows.ts";
import { weeklyInstants } from "../../../server/store/weekly-instants.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

const friday = {
  title: "Le journal du vendredi",
  firstAt: "2026-11-20T13:10:00.000Z",
  lastDay: "2026-12-18",
  timeZone: "Europe/Paris",
  plannedSeconds: 900,
};

test("a weekly slot keeps its hour on the wall when the clocks change, in spring and in autumn", () => {
  const zone = { timeZone: "Europe/Paris" };
  const spring = weeklyInstants({ ...zone, firstAt: "2027-03-19T13:10:00.000Z", lastDay: "2027-04-02" });
  expect(spring.map((at) => new Date(at).toISOString().slice(5, 16))).toEqual([
    "03-19T13:10",
    "03-26T13:10",
    "04-02T12:10",
  ]);
  const autumn = weeklyInstants({ ...zone, firstAt: "2026-10-23T12:10:00.000Z", lastDay: "2026-10-31" });
  expect(autumn.map((at) => new Date(at).toISOString().slice(5, 16))).toEqual(["10-23T12:10", "10-30T13:10"]);
});

test("the last day counts whole, on the wall clock of the slot", () => {
  const evening = { firstAt: "2026-11-20T23:30:00.000Z", timeZone: "Europe/Paris" };
  expect(weeklyInstants({ ...evening, lastDay: "2026-11-20" })).toHaveLength(0);
  expect(weeklyInstants({ ...evening, lastDay: "2026-11-21" })).toHaveLength(1);
});

test("a weekly slot plans ordinary shows: one can be skipped or moved, and the rest called off", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const answer = await teacher.post(`/api/channels/${school.channel.id}/slots`, friday);
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as Show[];
  expect(made.map(({ scheduledAt }) => scheduledAt?.slice(0, 10))).toEqual([
    "2026-11-20",
    "2026-11-27",
    "2026-12-04",
    "2026-12-11",
    "2026-12-18",
  ]);
  expect(new Set(made.map(({ slotId }) => slotId)).size).toBe(1);
  expect(made[0]).toMatchObject({ title: friday.title, plannedSeconds: 900, state: "planned" });
  const left = async () =>
    ((await (await teacher.get(`/api/classrooms/${school.classroom.id}/shows`)).json()) as Show[])
      .filter(({ slotId }) => slotId !== null)
      .map(({ scheduledAt }) => scheduledAt?.slice(5, 16))
      .toSorted();
  expect((await teacher.delete(`/api/shows/${made[1]!.id}`)).status).toBe(204);
  await teacher.patch(`/api/shows/${made[2]!.id}`, { scheduledAt: "2026-12-03T13:10:00.000Z" });
  expect(await left()).toEqual(["11-20T13:10", "12-03T13:10", "12-11T13:10", "12-18T13:10"]);
  expect((await teacher.delete(`/api/shows/${made[3]!.id}/following`)).status).toBe(204);
  expect(await left()).toEqual(["11-20T13:10", "12-03T13:10"]);
});

test("what went on air stays when the rest of its slot is called off", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const made = (await (await teacher.post(`/api/channels/${school.channel.id}/slots`, friday)).json()) as Show[];
  await doors.store.shows.setState(made[2]!.id, "ended");
  await teacher.delete(`/api/shows/${made[0]!.id}/following`);
  expect((await teacher.get(`/api/shows/${made[2]!.id}`)).status).toBe(200);
  expect((await teacher.get(`/api/shows/${made[1]!.id}`)).status).toBe(404);
  expect(await refusalIn(await teacher.delete(`/api/shows/${made[2]!.id}/following`))).toEqual([409, "show.ended"]);
});

test.each([
  { lastDay: "2026-11-01" },
  { lastDay: "2028-11-01" },
  { lastDay: "demain" },
  { timeZone: "Europe/Bourges" },
  { plannedSeconds: 5 },
])("a slot that cannot be is refused: %j", async (wrong) => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const answer = await teacher.post(`/api/channels/${school.channel.id}/slots`, { ...friday, ...wrong });
  expect(await refusalIn(answer)).toEqual([400, "request.malformed"]);
});
