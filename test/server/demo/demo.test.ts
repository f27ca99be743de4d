import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { babble } from "../../../server/demo/babble.ts";
import { bed, theme } from "../../../server/demo/tunes.ts";
import { ApiClient } from "../../support/api-client.ts";
import { scratch } from "../../support/scratch.ts";
import { startProcess } from "../../support/station.ts";

const mainPath = fileURLToPath(new URL("../../../server/demo/main.ts", import.meta.url));
const rate = 48_000;

/** Loudness of each 20 ms, RMS. */
const envelope = (sound: Float32Array) =>
  Array.from({ length: Math.floor(sound.length / 960) }, (_, block) =>
    Math.sqrt(sound.subarray(block * 960, block * 960 + 960).reduce((sum, sample) => sum + sample ** 2, 0) / 960),
  );

test("the made voices have the rhythm of speech: syllables, and breaths between phrases", () => {
  const loudness = envelope(babble(20, { pitchHz: 250, throat: 1.25, seed: 5 }));
  const middle = loudness.reduce((sum, value) => sum + value, 0) / loudness.length;
  const isVoiced = loudness.map((value) => value > middle * 0.5);
  const onsets = isVoiced.filter((voiced, block) => voiced && !isVoiced[block - 1]).length;
  expect(onsets / 20).toBeGreaterThan(2);
  expect(onsets / 20).toBeLessThan(8);
  const silentShare = loudness.filter((value) => value < middle * 0.05).length / loudness.length;
  expect(silentShare).toBeGreaterThan(0.08);
  expect(silentShare).toBeLessThan(0.5);
});

test("the bed joins its own beginning without a click, and the theme does not clip", () => {
  const loop = bed();
  const step = Math.abs(loop[0]! - loop.at(-1)!);
  const usual = loop.slice(1, rate).reduce((most, sample, index) => Math.max(most, Math.abs(sample - loop[index]!)), 0);
  expect(step).toBeLessThanOrEqual(usual * 1.5);
  expect(theme().reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeLessThan(0.6);
});

test(
  "the demonstration prints where everything is, has two episodes in its feed, and leaves nothing behind",
  { timeout: 400_000 },
  async () => {
    using folder = scratch();
    const jsonIn = (line: string) => (line.startsWith("{") ? line : undefined);
    await using demo = await startProcess(mainPath, ["--port", "0"], jsonIn, { TMPDIR: folder.path });
    expect(await readdir(folder.path)).toHaveLength(1);
    const said = JSON.parse(demo.found) as Record<string, string>;
    const keys = ["url", "staffEmail", "staffPassword", "classCode", "showUrl", "channelUrl", "feedUrl"];
    expect(Object.keys(said)).toEqual(keys);
    const { url, staffEmail, staffPassword, classCode, feedUrl } = said;
    const feed = await (await fetch(feedUrl!)).text();
    // A live item, which has an enclosure too, stands before the episodes.
    const episodes = feed.slice(feed.indexOf("<item>"));
    const enclosures = [...episodes.matchAll(/<enclosure url="([^"]+)" length="(\d+)"/g)];
    expect(enclosures).toHaveLength(2);
    for (const [, address, length] of enclosures) {
      const head = await fetch(address!, { method: "HEAD" });
      expect([head.status, head.headers.get("content-length")]).toEqual([200, length]);
    }
    const teacher = await new ApiClient(url!).signIn(staffEmail!, staffPassword!);
    const [classroom] = (await (await teacher.get("/api/classrooms")).json()) as { id: string }[];
    expect(await (await teacher.get(`/api/classrooms/${classroom!.id}/carts`)).json()).toHaveLength(4);
    const door = (await (await fetch(`${url}/api/class-codes/${encodeURIComponent(classCode!)}`)).json()) as {
      pupils: unknown[];
    };
    expect(door.pupils).toHaveLength(8);
    const takes = (await (await teacher.get(`/api/classrooms/${classroom!.id}/takes`)).json()) as { state: string }[];
    expect(takes.map(({ state }) => state)).toEqual(Array(6).fill("sent"));
    expect(await demo.kill("SIGTERM")).toBe(0);
    expect(await readdir(folder.path)).toEqual([]);
  },
);
