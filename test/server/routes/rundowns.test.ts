import { expect, test } from "vitest";
import { v7 } from "uuid";
import { longestPrompterText, mostRundownItems, type Rundown } from "../../../schemas/rundown.ts";
import { CartId, PupilId } from "../../../schemas/ids.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { rundownItem } from "../../support/rundown.ts";

async function openDesk() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const address = `/api/shows/${school.show.id}/rundown`;
  const read = async () => (await (await teacher.get(address)).json()) as Rundown;
  const save = (revision: number, items: unknown) => teacher.put(address, { revision, items });
  return { doors, school, teacher, address, read, save, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

test("a show begins without a rundown; what its teacher saves, its pupils read", async () => {
  await using desk = await openDesk();
  const { show, pupils } = desk.school;
  expect(await desk.read()).toEqual({ showId: show.id, revision: 0, items: [] });
  const items = [
    rundownItem("Bonjour", { speakers: [pupils[0].id, "teacher"], prompterText: "Bonjour à toutes et à tous.\nIci…" }),
    rundownItem("La météo", { plannedSeconds: 30 }),
  ];
  const saved = await desk.save(0, items);
  expect([saved.status, await saved.json()]).toEqual([200, { showId: show.id, revision: 1, items }]);
  const pupil = await desk.doors.asPupil(desk.school);
  expect(await (await pupil.get(desk.address)).json()).toEqual({ showId: show.id, revision: 1, items });
});

test("of two teachers who change the same rundown, the second is told, and the first one's items stay", async () => {
  await using desk = await openDesk();
  const [mine, theirs] = [rundownItem("Chronique"), rundownItem("Interview")];
  const answers = await Promise.all([desk.save(0, [mine]), desk.save(0, [theirs])]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await refusalIn(answers.find(({ status }) => status === 409)!)).toEqual([409, "rundown.changed"]);
  expect((await desk.read()).items).toHaveLength(1);
  expect(await refusalIn(await desk.save(7, [mine]))).toEqual([409, "rundown.changed"]);
});

test("an erased pupil is in no rundown any more, not even in the database", async () => {
  await using desk = await openDesk();
  const [awa, jules] = desk.school.pupils;
  const moves = { ...rundownItem("").moves, gains: [{ speaker: awa.id, gainDb: -3 }] };
  await desk.save(0, [rundownItem("Lecture", { speakers: [awa.id, jules.id], moves })]);
  await desk.teacher.delete(`/api/pupils/${awa.id}`);
  expect((await desk.read()).items[0]).toMatchObject({ speakers: [jules.id], moves: { gains: [] } });
  const rows = await desk.doors.database.selectFrom("rundown").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(awa.id);
});

test("pupils and sounds of nowhere, or of another class, are not kept", async () => {
  await using desk = await openDesk();
  const other = await desk.doors.seedSchool();
  const strangers = [other.pupils[0].id, PupilId.parse(v7())];
  const cartId = CartId.parse(v7());
  const moves = { ...rundownItem("").moves, bed: cartId };
  await desk.save(0, [rundownItem("Débat", { speakers: ["everybody", ...strangers], cartIds: [cartId], moves })]);
  const [item] = (await desk.read()).items;
  expect(item).toMatchObject({ speakers: ["everybody"], cartIds: [], moves: { bed: "keep" } });
});

const item = rundownItem("Journal");
test.each([
  ["a title of nothing but spaces", [{ ...item, title: "   " }]],
  ["a title of two lines' length", [{ ...item, title: "x".repeat(121) }]],
  ["a length of zero", [{ ...item, plannedSeconds: 0 }]],
  ["a length below zero", [{ ...item, plannedSeconds: -60 }]],
  ["half a second", [{ ...item, plannedSeconds: 0.5 }]],
  ["a length of a whole night", [{ ...item, plannedSeconds: 30_000 }]],
  ["a text that nobody reads to its end", [{ ...item, prompterText: "x".repeat(longestPrompterText + 1) }]],
  ["a speaker by name", [{ ...item, speakers: ["Awa"] }]],
  ["an unknown kind", [{ ...item, kind: "advert" }]],
  ["a fader beyond its end", [{ ...item, moves: { ...item.moves, cartsGainDb: 40 } }]],
  ["a move that the desk does not know", [{ ...item, moves: { ...item.moves, onAir: true } }]],
  ["an item without moves", [{ ...item, moves: undefined }]],
  ["the same item twice", [item, item]],
  ["an id that is none", [{ ...item, id: "1" }]],
  ["more items than a show has", Array.from({ length: mostRundownItems + 1 }, () => rundownItem("x"))],
  ["no list", { 0: item }],
  ["nothing", null],
])("%s is refused, and the rundown stays as it was", async (_, items) => {
  await using desk = await openDesk();
  const [kept] = [rundownItem("Le conducteur d’avant")];
  await desk.save(0, [kept]);
  expect(await refusalIn(await desk.save(1, items))).toEqual([400, "request.malformed"]);
  expect(await desk.read()).toMatchObject({ revision: 1, items: [kept] });
  expect(desk.doors.bugs).toEqual([]);
});

test("after the show its rundown stays as it was on air", async () => {
  await using desk = await openDesk();
  await desk.doors.store.shows.setState(desk.school.show.id, "ended");
  expect(await refusalIn(await desk.save(0, [item]))).toEqual([409, "show.ended"]);
});
