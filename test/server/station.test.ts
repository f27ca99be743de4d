import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ApiClient } from "../support/api-client.ts";
import { descendantsOf, openTestStation, prepareData, startStation } from "../support/station.ts";

const isRunning = (pid: number) => existsSync(`/proc/${pid}`);

test("a station tells that every part of it is well", async () => {
  await using station = await openTestStation();
  const answer = await station.browser().get("/healthz");
  expect(answer.status).toBe(200);
  const { parts } = (await answer.json()) as { parts: Record<string, { isWell: boolean }> };
  expect(Object.keys(parts)).toEqual([
    "database",
    "mediaWorker",
    "mixer",
    "recorder",
    "stream",
    "ffmpeg",
    "diskSpace",
    "backup",
  ]);
  expect(Object.values(parts).every(({ isWell }) => isWell)).toBe(true);
});

test("a pupil and a teacher reach a whole station over the network", async () => {
  await using station = await openTestStation();
  const [teacher, pupil] = await Promise.all([station.asTeacher(), station.asPupil()]);
  expect((await teacher.get(`/api/shows/${station.school.show.id}`)).status).toBe(200);
  expect((await pupil.get(`/api/shows/${station.school.show.id}`)).status).toBe(200);
});

test("the first start prints a link that sets the station up once, and the second start remembers", async () => {
  const directory = await mkdtemp(join(tmpdir(), "antenne-first-"));
  try {
    await using first = await startStation(directory);
    const link = /(http\S+)\/installation\?cle=([\w-]+)/.exec(first.lines.join("\n"));
    expect(link?.[1]).toBe(first.url);
    const browser = new ApiClient(first.url);
    const setup = {
      token: link![2]!,
      schoolName: "École des Marronniers",
      city: "Vierzon",
      displayName: "Mme Lefort",
      email: "lefort@ecole.test",
      password: "une phrase bien longue",
      classroomName: "CM2",
      channelTitle: "Radio Hirondelle",
    };
    expect((await browser.post("/api/setup", setup)).status).toBe(201);
    expect((await browser.get("/api/sessions/current")).status).toBe(200);
    expect(await first.kill("SIGTERM")).toBe(0);

    await using second = await startStation(directory);
    expect(second.lines.join("\n")).not.toContain("installation");
    const again = await new ApiClient(second.url).signIn(setup.email, setup.password);
    expect(await (await again.get("/api/classrooms")).json()).toMatchObject([{ name: "CM2" }]);
  } finally {
    await rm(directory, { recursive: true });
  }
});

test.each(["SIGTERM", "SIGINT"] as const)("%s ends a station and leaves no child process", async (signal) => {
  await using data = await prepareData();
  await using station = await startStation(data.directory);
  const below = await descendantsOf(station.pid);
  expect(below.length).toBeGreaterThan(0);
  expect(await station.kill(signal)).toBe(0);
  await expect.poll(() => below.filter(isRunning)).toEqual([]);
  // A database that was closed leaves no journal behind.
  expect((await readdir(data.directory)).filter((name) => /wal|shm/.test(name))).toEqual([]);
  expect(station.complaints()).toBe("");
});

test("a port that is taken is said so, before anything is opened", async () => {
  await using data = await prepareData();
  await using station = await startStation(data.directory);
  const { port } = new URL(station.url);
  await expect(startStation(data.directory, ["--port", port])).rejects.toThrow(`port ${port} is taken`);
});

test("a word that the configuration does not know is said so", async () => {
  await expect(startStation("/nowhere", ["--prot", "80"])).rejects.toThrow("--prot");
  await expect(startStation("/nowhere", ["--port", "many"])).rejects.toThrow("PORT");
});
