import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import type { Episode } from "../../schemas/episodes.ts";
import type { Show } from "../../schemas/shows.ts";
import { goOnAir, teacherOf } from "../support/go-on-air.ts";
import { descendantsOf, prepareData, startStation } from "../support/station.ts";

const isRunning = (pid: number) => existsSync(`/proc/${pid}`);

test("SIGTERM in the middle of a show ends it, however often it is said: nothing runs on, and the next start renders its episode", async () => {
  await using data = await prepareData();
  await using station = await startStation(data.directory);
  using page = await goOnAir(station.url, data);
  const below = await descendantsOf(station.pid);
  const ended = station.kill("SIGTERM");
  await expect.poll(() => station.lines).toContain("closing");
  process.kill(station.pid, "SIGTERM");
  expect(await ended).toBe(0);
  await expect.poll(() => below.filter(isRunning)).toEqual([]);
  await expect.poll(() => page.socket.connected).toBe(false);
  expect(station.complaints()).toBe("");

  await using next = await startStation(data.directory);
  const teacher = await teacherOf(next.url, data);
  const read = async () =>
    (await (await teacher.get(`/api/shows/${data.school.show.id}`)).json()) as { show: Show; episode: Episode | null };
  expect((await read()).show.state).toBe("ended");
  await expect.poll(async () => (await read()).episode?.state, { timeout: 50_000 }).toBe("rendered");
  expect((await read()).episode?.durationSeconds).toBeGreaterThan(2);
});
