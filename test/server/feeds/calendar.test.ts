import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoors } from "../../support/doors.ts";
import type { TestSchool } from "../../support/school.ts";

const stack = new AsyncDisposableStack();
let doors: Awaited<ReturnType<typeof openDoors>>;
let school: TestSchool;
beforeAll(async () => {
  doors = stack.use(await openDoors());
  school = await doors.seedSchool();
  await doors.store.channels.change(school.channel.id, { visibility: "public" });
});
afterAll(() => stack.disposeAsync());

const ask = async (headers: Record<string, string> = {}) =>
  doors.browser().send("GET", `/feeds/${school.channel.slug}.ics`, null, headers);
/** The calendar as another program's parser reads it. */
async function eventsOf() {
  const calendar = new ICAL.Component(ICAL.parse(await (await ask()).text()) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
}
const plan = (title: string, hours: number, plannedSeconds: number | null = null) =>
  doors.store.shows.create(school.channel.id, {
    ...{ title, plannedSeconds },
    scheduledAt: new Date(doors.clock.now + hours * 3_600_000).toISOString(),
  });

test("a calendar application reads every show that has a date, in UTC, with its length", async () => {
  const long = await plan("Le débat, la météo; et \\ la suite", 30, 2_700);
  const short = await plan("La météo", 6);
  await plan("Oubliée", -48);
  const events = await eventsOf();
  const read = events.map((event) => [event.uid, event.summary, event.startDate.toJSDate().toISOString()]);
  expect(read).toEqual([
    [long.id, long.title, long.scheduledAt],
    [short.id, short.title, short.scheduledAt],
  ]);
  expect(events.map((event) => event.duration.toSeconds())).toEqual([2_700, 1_800]);
  expect(events.every((event) => event.startDate.zone === ICAL.Timezone.utcTimezone)).toBe(true);
});

test("lines end as RFC 5545 wants, and none is longer than 75 bytes", async () => {
  const show = await plan(
    "Une émission dont le titre est si long qu’il ne tient pas sur une seule ligne du calendrier",
    40,
  );
  const text = await (await ask()).text();
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const longest = Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)));
  expect(longest).toBeLessThanOrEqual(75);
  expect((await eventsOf()).map(({ summary }) => summary)).toContain(show.title);
});

test("a show that moves keeps its name in the calendar, and one that is called off leaves it", async () => {
  const show = await plan("Le conte", 50);
  doors.clock.now += 60_000;
  const scheduledAt = new Date(doors.clock.now + 72 * 3_600_000).toISOString();
  await doors.store.shows.change(show.id, { scheduledAt });
  const found = async () => (await eventsOf()).find(({ uid }) => uid === show.id);
  expect((await found())?.startDate.toJSDate().toISOString()).toBe(scheduledAt);
  await doors.store.shows.remove(show.id);
  expect(await found()).toBeUndefined();
});

test("an application that asks again is told that nothing changed, until a show does", async () => {
  const first = await ask();
  expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const tag = first.headers.get("etag")!;
  const date = first.headers.get("last-modified")!;
  const status = async (headers: Record<string, string>) => (await ask(headers)).status;
  expect(await status({ "if-none-match": tag })).toBe(304);
  doors.clock.now += 60_000;
  expect(await status({ "if-none-match": tag })).toBe(304);
  expect(await status({ "if-modified-since": date })).toBe(304);
  await plan("Une de plus", 60);
  expect(await status({ "if-none-match": tag })).toBe(200);
  expect(await status({ "if-modified-since": date })).toBe(200);
});

test("a class's calendar is for its class, as its feed is", async () => {
  const other = await doors.seedSchool();
  const address = `/feeds/${other.channel.slug}.ics`;
  expect((await doors.browser().get(address)).status).toBe(404);
  const answer = await (await doors.asPupil(other)).get(address);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
});
