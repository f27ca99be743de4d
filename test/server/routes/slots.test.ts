import { expect, test } from "vitest";
import type { Show } from "../../../schemas/shows.ts";
import { weeklyInstants } from "../../../server/store/weekly-instants.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { cartOf } from "../../support/known-cart.ts";
import { rundownItem } from "../../support/rundown.ts";

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

test("a slot is changed as a whole: its title, and its hour on the wall, from one date on", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const autumn = { ...friday, firstAt: "2026-10-16T12:10:00.000Z", lastDay: "2026-11-06" };
  const made = (await (await teacher.post(`/api/channels/${school.channel.id}/slots`, autumn)).json()) as Show[];
  const change = { title: "Le jeudi", scheduledAt: "2026-10-22T12:40:00.000Z", timeZone: "Europe/Paris" };
  expect((await teacher.patch(`/api/shows/${made[1]!.id}/following`, change)).status).toBe(200);
  const all = await Promise.all(made.map(({ id }) => doors.store.shows.require(id)));
  expect(all.map(({ title, scheduledAt }) => [title, scheduledAt?.slice(5, 16)])).toEqual([
    [friday.title, "10-16T12:10"],
    ["Le jeudi", "10-22T12:40"],
    ["Le jeudi", "10-29T13:40"],
    ["Le jeudi", "11-05T13:40"],
  ]);
  const nonsense = await teacher.patch(`/api/shows/${made[1]!.id}/following`, { timeZone: "Mars/Olympus" });
  expect(await refusalIn(nonsense)).toEqual([400, "request.malformed"]);
});

test("the next show of a slot has the rundown and the pads of the one before it, until it gets its own", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { rundowns, pads, shows, carts } = doors.store;
  const [first, second, third] = await shows.createWeekly(school.channel.id, friday);
  const titles = async (show: Show | undefined) => (await rundowns.read(show!.id)).items.map(({ title }) => title);
  await rundowns.save(first!.id, { revision: 0, items: [rundownItem("Les titres")] });
  expect(await titles(third)).toEqual(["Les titres"]);
  expect(await titles(school.show), "a show of no slot").toEqual([]);
  await rundowns.save(second!.id, { revision: -1, items: [rundownItem("La météo")] });
  expect([await titles(first), await titles(second), await titles(third)]).toEqual([
    ["Les titres"],
    ["La météo"],
    ["La météo"],
  ]);
  const add = (title: string) => carts.add(cartOf({ classroomId: school.classroom.id, title }));
  const [one, two] = [await add("Un"), await add("Deux")];
  await pads.set(first!.id, [two.id]);
  expect(await pads.of(third!.id)).toEqual({ cartIds: [two.id], isOwn: false });
  await pads.set(third!.id, [one.id, two.id]);
  expect(await pads.of(third!.id)).toEqual({ cartIds: [one.id, two.id], isOwn: true });
});

test("a rundown that follows the week before is not saved over what changed there meanwhile", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { rundowns, people, erased } = doors.store;
  const teacher = await doors.asTeacher(school);
  const made = (await (await teacher.post(`/api/channels/${school.channel.id}/slots`, friday)).json()) as Show[];
  const [first, second] = made;
  const pupil = school.pupils[1];
  const item = rundownItem("La météo de Jules", { speakers: [pupil.id], prompterText: "Ici Jules." });
  await rundowns.save(first!.id, { revision: 0, items: [item] });
  // Somebody has next week's open, where nothing was changed yet, while Jules is erased.
  const open = await rundowns.read(second!.id);
  expect(open).toMatchObject({ revision: -1, items: [{ title: "La météo de Jules" }] });
  await erased.forget(await people.requirePupil(pupil.id));
  const address = `/api/shows/${second!.id}/rundown`;
  const { revision, items } = open;
  expect(await refusalIn(await teacher.put(address, { revision, items }))).toEqual([409, "rundown.changed"]);
  const now = await rundowns.read(second!.id);
  expect(now).toMatchObject({ revision: -2, items: [{ title: "La météo de …", prompterText: "", speakers: [] }] });
  const saved = await teacher.put(address, { revision: now.revision, items: now.items });
  expect(await saved.json()).toMatchObject({ revision: 1, items: [{ title: "La météo de …" }] });
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

test("a show of no weekly slot that is changed with all that follow changes alone", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const other = await doors.store.shows.create(school.channel.id, { title: "Le jardin", scheduledAt: null });
  const wanted = { title: "Le journal du soir", scheduledAt: friday.firstAt, timeZone: friday.timeZone };
  const answer = await teacher.patch(`/api/shows/${school.show.id}/following`, wanted);
  expect(await answer.json()).toMatchObject({ title: wanted.title, scheduledAt: friday.firstAt });
  expect(await doors.store.shows.require(other.id)).toMatchObject({ title: "Le jardin", scheduledAt: null });
  expect(doors.bugs).toEqual([]);
});
