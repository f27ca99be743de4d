import { expect, test } from "vitest";
import { airedChapters } from "../../../server/archive/aired-chapters.ts";
import { openDoors } from "../../support/doors.ts";
import { finishShow } from "../../support/finished-show.ts";
import { rundownItem } from "../../support/rundown.ts";

const recordedAt = Date.parse("2026-11-17T09:00:00Z");
const [hello, weather, goodbye] = ["Bonjour", "La météo", "Au revoir"].map((title) => rundownItem(title));
const items = [hello!, weather!, goodbye!];
const began = (item: { id: (typeof items)[number]["id"]; title: string }, seconds: number) => ({
  itemId: item.id,
  title: item.title,
  startedAt: recordedAt + seconds * 1_000,
});

test("items become chapters from where they really began; one that was passed over does not", () => {
  const aired = [began(hello!, 0.04), began(weather!, 62.5), began(goodbye!, 63), began(weather!, 95.25)];
  expect(airedChapters(aired, items, { recordedAt, durationSeconds: 120 })).toEqual([
    { startSeconds: 0, title: "Bonjour" },
    { startSeconds: 63, title: "Au revoir" },
    { startSeconds: 95.25, title: "La météo" },
  ]);
});

test("a chapter bears the name that the rundown gives it in the end, or the one it had when it was removed", () => {
  const renamed = [{ ...hello!, title: "Bonjour la Loire" }];
  const aired = [began(hello!, 0), began(weather!, 30)];
  expect(airedChapters(aired, renamed, { recordedAt, durationSeconds: 60 }).map(({ title }) => title)).toEqual([
    "Bonjour la Loire",
    "La météo",
  ]);
});

test("a show without a rundown has no chapters, and what began after the last sound is none", () => {
  const span = { recordedAt, durationSeconds: 60 };
  expect(airedChapters([], items, span)).toEqual([]);
  expect(airedChapters([began(hello!, 0), began(goodbye!, 61)], items, span)).toHaveLength(1);
});

test("what a show really aired stands as chapters in the episode that it becomes", async () => {
  await using doors = await openDoors();
  const { show } = await doors.seedSchool();
  await doors.store.rundowns.save(show.id, { revision: 0, items });
  const aired = [began(hello!, 0), began(goodbye!, 2)].map(({ startedAt, ...item }) => ({
    ...item,
    startedAt: startedAt - recordedAt + doors.clock.now,
  }));
  const { episodeId } = await finishShow(doors, show.id, { seconds: 5, aired });
  expect((await doors.store.episodes.require(episodeId)).chapters).toEqual([
    { startSeconds: 0, title: "Bonjour" },
    { startSeconds: 2, title: "Au revoir" },
  ]);
});
