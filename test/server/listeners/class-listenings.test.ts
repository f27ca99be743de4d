import { expect, test } from "vitest";
import { EpisodeId } from "../../../schemas/ids.ts";
import { ClassListenings } from "../../../schemas/listenings.ts";
import { usualRetention } from "../../../schemas/retention.ts";
import { classListenings } from "../../../server/listeners/class-listenings.ts";
import { openDoors } from "../../support/doors.ts";

type Doors = Awaited<ReturnType<typeof openDoors>>;

async function addEpisode({ database, clock }: Doors, channelId: string, number: number) {
  const id = EpisodeId.parse(crypto.randomUUID());
  await database
    .insertInto("episode")
    .values({
      ...{ id, channelId, showId: null, recordingId: null, season: 1, number, title: `Épisode ${number}` },
      ...{ description: "", state: "published", recordedAt: clock.now, publishedAt: clock.now + number },
      ...{ durationSeconds: 300, chapters: "[]", version: 1, enclosures: "[]", integratedLufs: null },
      ...{ truePeakDbtp: null, renderJobId: null, createdAt: clock.now },
    })
    .execute();
  return id;
}

async function openCountedClass() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const [first, second] = [
    await addEpisode(doors, school.channel.id, 1),
    await addEpisode(doors, school.channel.id, 2),
  ];
  const at = Date.parse("2026-11-12T13:00:00Z");
  const minutes = [3, 8, 12, 0, 6].map((listeners, minute) => ({
    showId: school.show.id,
    at: at + minute * 60_000,
    listeners,
  }));
  await doors.store.listenings.add({
    episodes: [
      { episodeId: first, day: "2026-11-03", way: "page", count: 21 },
      { episodeId: first, day: "2026-11-16", way: "app", count: 8 },
      { episodeId: second, day: "2026-11-16", way: "page", count: 3 },
    ],
    shows: [{ showId: school.show.id, day: "2026-11-12", count: 14 }],
    minutes: minutes.filter(({ listeners }) => listeners > 0),
  });
  const read = () => classListenings(doors.store.listenings, school.classroom.id);
  return { doors, school, first, second, read, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

test("a class reads how many listened by week, episode and minute of a show, in numbers too round to be one family's", async () => {
  await using counted = await openCountedClass();
  const { doors, school, first, second, read } = counted;
  const pupil = await doors.asPupil(school);
  const answer = await pupil.get(`/api/classrooms/${school.classroom.id}/listenings`);
  const { weeks, episodes, shows } = ClassListenings.parse(await answer.json());
  expect(weeks).toEqual([
    { week: "2026-11-16", episodes: 10, live: 0 },
    { week: "2026-11-09", episodes: 0, live: 10 },
    { week: "2026-11-02", episodes: 20, live: 0 },
  ]);
  expect(episodes.map(({ episodeId, all, ways }) => ({ episodeId, all, ways }))).toEqual([
    { episodeId: second, all: "few", ways: null },
    { episodeId: first, all: 25, ways: null },
  ]);
  expect(shows).toEqual([
    {
      ...{ showId: school.show.id, title: "Le journal de midi", startedAt: "2026-11-12T13:00:00.000Z" },
      ...{ all: 10, minutes: ["few", 5, 10, 0, 5] },
    },
  ]);
  await doors.store.channels.change(school.channel.id, { visibility: "public" });
  expect((await read()).episodes.map(({ ways }) => ways)).toEqual([
    { page: "few", app: 0 },
    { page: 20, app: 5 },
  ]);
});

test("counts add up, go with their episode, and are not made for what was erased meanwhile", async () => {
  await using counted = await openCountedClass();
  const { doors, first, read } = counted;
  const gone = crypto.randomUUID();
  await doors.store.listenings.add({
    episodes: [
      { episodeId: first, day: "2026-11-16", way: "app", count: 4 },
      { episodeId: gone, day: "2026-11-16", way: "app", count: 4 },
    ],
    shows: [{ showId: gone, day: "2026-11-16", count: 1 }],
    minutes: [],
  });
  expect((await read()).episodes.find(({ episodeId }) => episodeId === first)?.all).toBe(30);
  await doors.database.deleteFrom("episode").where("id", "=", first).execute();
  expect(await doors.database.selectFrom("listening").select("count").execute()).toEqual([{ count: 3 }]);
});

test("numbers go when they are older than the school keeps them, not before a new choice was announced for thirty days", async () => {
  await using counted = await openCountedClass();
  const { doors, school, read } = counted;
  const admin = await doors.asAdmin(school);
  expect((await admin.put("/api/retention", { ...usualRetention, listeningDays: 30 })).status).toBe(200);
  doors.clock.now = Date.parse("2026-12-10T09:00:00Z");
  await doors.newsroom.retention.run();
  expect((await read()).weeks).toHaveLength(3);
  doors.clock.now = Date.parse("2026-12-17T09:00:00Z");
  await doors.newsroom.retention.run();
  const { weeks, shows } = await read();
  expect([weeks, shows]).toEqual([[], []]);
});
