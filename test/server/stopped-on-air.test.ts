import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import type { Episode } from "../../schemas/episodes.ts";
import type { Show } from "../../schemas/shows.ts";
import { ApiClient } from "../support/api-client.ts";
import { staffPassword } from "../support/school.ts";
import { descendantsOf, prepareData, startStation } from "../support/station.ts";
import { openStudioPage } from "../support/studio-page.ts";

const isRunning = (pid: number) => existsSync(`/proc/${pid}`);

type Data = Awaited<ReturnType<typeof prepareData>>;
const signIn = (url: string, { school }: Data) => new ApiClient(url).signIn(school.teacher.email, staffPassword);

/** Brings a show on air with a microphone that is open and silent, and lets two seconds of it pass. */
async function goOnAir(url: string, data: Data) {
  const { cookie } = await signIn(url, data);
  const page = await openStudioPage(url, { cookie: cookie!, origin: url });
  const { routerRtpCapabilities } = await page.join(data.school.show.id);
  await page.speakUp(routerRtpCapabilities);
  await page.must("goOnAir", {});
  const secondsOnAir = () => {
    const transmission = page.all("studioChanged").at(-1)?.transmission;
    return transmission?.state === "onAir" ? (Date.now() - Date.parse(transmission.since)) / 1_000 : 0;
  };
  await expect.poll(secondsOnAir, { timeout: 30_000 }).toBeGreaterThan(2);
  return page;
}

test("SIGTERM in the middle of a show ends it: nothing runs on, and the next start renders its episode", async () => {
  await using data = await prepareData();
  await using station = await startStation(data.directory);
  using page = await goOnAir(station.url, data);
  const below = await descendantsOf(station.pid);
  expect(await station.kill("SIGTERM")).toBe(0);
  await expect.poll(() => below.filter(isRunning)).toEqual([]);
  await expect.poll(() => page.socket.connected).toBe(false);
  expect(station.complaints()).toBe("");

  await using next = await startStation(data.directory);
  const teacher = await signIn(next.url, data);
  const read = async () =>
    (await (await teacher.get(`/api/shows/${data.school.show.id}`)).json()) as { show: Show; episode: Episode | null };
  expect((await read()).show.state).toBe("ended");
  await expect.poll(async () => (await read()).episode?.state, { timeout: 50_000 }).toBe("rendered");
  expect((await read()).episode?.durationSeconds).toBeGreaterThan(2);
});
