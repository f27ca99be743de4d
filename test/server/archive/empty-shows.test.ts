import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { StripId } from "../../../schemas/ids.ts";
import { usualRetention } from "../../../schemas/retention.ts";
import { newId } from "../../../server/store/new-id.ts";
import { openDoors } from "../../support/doors.ts";
import { beginShow } from "../../support/finished-show.ts";

/** A school on 17 November 2026, with a show that has a rundown. */
async function openYears() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const { database, newsroom, clock } = doors;
  await database.insertInto("rundown").values({ showId: school.show.id, revision: 1, items: "[]" }).execute();
  return {
    ...{ doors, school },
    runOn: async (day: string) => {
      clock.now = Date.parse(`${day}T08:00:00Z`);
      await newsroom.retention.run();
    },
    setState: (id: string, state: "live" | "ended") =>
      database.updateTable("show").set({ state }).where("id", "=", id).execute(),
    titles: async () => (await database.selectFrom("show").select("title").execute()).map(({ title }) => title).sort(),
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

test("a recording that no episode was made of goes with its show, its rundown and who was heard in it", async () => {
  await using years = await openYears();
  const { doors, school } = years;
  const { store, database } = doors;
  const { recordingId, folder } = await beginShow(doors, school.show.id);
  await store.voices.note(recordingId, { stripId: newId(StripId), pupilId: school.pupils[0].id, isOpen: true });
  const ended = { endedAt: doors.clock.now };
  await database.updateTable("recording").set(ended).where("id", "=", recordingId).execute();
  await years.setState(school.show.id, "ended");
  const left = async () => {
    const tables = ["show", "recording", "heardVoice", "rundown"] as const;
    const rows = await Promise.all(tables.map((table) => database.selectFrom(table).selectAll().execute()));
    return rows.map(({ length }) => length);
  };
  await years.runOn("2027-11-16");
  expect(await left()).toEqual([1, 1, 1, 1]);
  await years.runOn("2027-11-17");
  expect(await left()).toEqual([0, 0, 0, 0]);
  await expect(readdir(folder)).rejects.toThrow("ENOENT");
});

test("a show of which nothing is left but words goes on an episode's day, held or not; one to come and one on air stay", async () => {
  await using years = await openYears();
  const { doors, school } = years;
  const { shows, audit } = doors.store;
  const plan = (title: string, scheduledAt: string | null) => shows.create(school.channel.id, { title, scheduledAt });
  await plan("Jamais faite", "2027-03-01T10:00:00Z");
  await plan("Sans jour", null);
  await plan("À venir", "2029-10-01T10:00:00Z");
  const live = await plan("En cours", "2027-03-01T10:00:00Z");
  await years.setState(live.id, "live");
  await years.setState(school.show.id, "ended");
  const before = await years.titles();
  const choose = (episodeYears: number | null) =>
    doors.newsroom.retention.choose(school.school.id, { ...usualRetention, episodeYears }, { role: "visitor" });
  await years.runOn("2028-08-31");
  expect(await years.titles()).toEqual(before);
  await choose(null);
  await years.runOn("2029-08-31");
  expect(await years.titles()).toEqual(before);
  await choose(1);
  await years.runOn("2029-09-29");
  expect(await years.titles()).toEqual(before);
  await years.runOn("2029-09-30");
  expect(await years.titles()).toEqual(["En cours", "À venir"]);
  const [act] = await audit.listOf(`school:${school.school.id}`);
  expect(act!.detail).toBe("episodes 0, recordings 0, tracks of 0, shows 3, bytes 0");
});
