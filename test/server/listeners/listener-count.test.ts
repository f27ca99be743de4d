import { expect, test } from "vitest";
import { EpisodeId, ShowId } from "../../../schemas/ids.ts";
import { openListenerCount } from "../../../server/listeners/open-listener-count.ts";
import type { Listenings } from "../../../server/store/listenings.ts";
import { newId } from "../../../server/store/new-id.ts";
import { fakeJobClock } from "../../support/fake-job-clock.ts";
import { scratch } from "../../support/scratch.ts";

test("what the database would not take is counted with what comes after it", async () => {
  using folder = scratch();
  const { clock, ...time } = fakeJobClock(Date.parse("2026-11-17T10:00:00Z"));
  const [episodeId, showId] = [newId(EpisodeId), newId(ShowId)];
  const bugs: unknown[] = [];
  const written: Parameters<Listenings["add"]>[0][] = [];
  let isFull = true;
  const add: Listenings["add"] = (counted) => {
    if (isFull) return Promise.reject(new Error("database or disk is full"));
    written.push(counted);
    return Promise.resolve();
  };
  let listeners = 3;
  await using count = await openListenerCount({
    ...{ dataDirectory: folder.path, listenings: { add }, clock, now: clock.now },
    audiences: () => [{ showId, listeners }],
    onBug: (error) => bugs.push(error),
  });
  const hear = (line: string) => {
    const sent = { episodeId, way: "app" as const, span: [0, 90] as const, durationSeconds: 90 };
    count.hearEpisode({ line, userAgent: "AntennaPod/3.4.0" }, sent);
  };
  hear("198.51.100.1");
  time.move(10_000);
  await count.keep();
  expect(bugs).toHaveLength(1);
  hear("198.51.100.2");
  [isFull, listeners] = [false, 2];
  time.move(10_000);
  await count.keep();
  expect(written).toEqual([
    {
      episodes: [{ day: "2026-11-17", episodeId, way: "app", count: 2 }],
      shows: [],
      minutes: [{ showId, at: Date.parse("2026-11-17T10:00:00Z"), listeners: 3 }],
    },
  ]);
});
