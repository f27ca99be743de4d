import { rmSync } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { expect, test, vi } from "vitest";
import type { Episode } from "../../../../schemas/episodes.ts";
import type { PodcastImport } from "../../../../schemas/podcast-imports.ts";
import { refusalIn, type ApiClient } from "../../../support/api-client.ts";
import { openDoors } from "../../../support/doors.ts";
import { xmlBomb } from "../../../support/hostile-files.ts";
import { hostedImage, hostedSound } from "../../../support/imported-sounds.ts";
import { openOldHost } from "../../../support/old-host.ts";
import { anchorFeed, aushaFeed, castopodFeed, powerPressFeed } from "../../../support/saved-feeds.ts";
import { scratch } from "../../../support/scratch.ts";
import { durationOf } from "../../../support/sound.ts";

const answer = { reach: "public", words: "Les familles ont signé en septembre 2024." };
const body = async <Body>(response: Response) => (await response.json()) as Body;

async function ended(teacher: ApiClient, id: string): Promise<PodcastImport> {
  return vi.waitFor(
    async () => {
      const told = await body<PodcastImport>(await teacher.get(`/api/podcast-imports/${id}`));
      expect(["done", "failed", "cancelled"]).toContain(told.state);
      return told;
    },
    { timeout: 60_000, interval: 100 },
  );
}

async function oldHost(folder: ReturnType<typeof scratch>) {
  const host = await openOldHost();
  const put = (path: string, thing: Parameters<typeof host.things.set>[1]) => host.things.set(path, thing);
  const sound = await hostedSound(folder, "a.mp3", 440, { chapters: [{ startSeconds: 1, title: "Dans le son" }] });
  put("/cantine.mp3", sound);
  put("/moulin.mp3", await hostedSound(folder, "b.mp3", 550));
  put(
    `/anchor/play/1/${encodeURIComponent("https://d3ctxlq1ktw2nl.cloudfront.net/rentree.m4a")}`,
    await hostedSound(folder, "c.m4a", 660),
  );
  put("/moved/lectures.mp3", { movedTo: "/real/lectures.mp3" });
  put(
    "/real/lectures.mp3",
    await hostedSound(folder, "d.mp3", 770, { chapters: [{ startSeconds: 0.5, title: "Première lecture" }] }),
  );
  put("/cantine.png", await hostedImage(600, "#c33"));
  put("/cover.jpg", await hostedImage(1_400, "#36c", "jpeg"));
  const chapters = [
    { startTime: 0, title: "L’entrée" },
    { startTime: 1.5, title: "Le dessert" },
    { startTime: 900, title: "Après la fin" },
  ];
  put("/cantine.json", JSON.stringify({ version: "1.2.0", chapters }));
  put("/castopod.xml", castopodFeed(host.url));
  put("/powerpress.xml", powerPressFeed(host.url));
  put("/anchor.xml", anchorFeed(host.url));
  put("/ausha.xml", Buffer.from(aushaFeed(host.url), "latin1"));
  return host;
}

async function imported(
  teacher: ApiClient,
  channelId: string,
  url: string,
  order: object = { answer, isChannelToo: false },
) {
  const seen = await body<PodcastImport>(await teacher.post(`/api/channels/${channelId}/feed-imports`, { url }));
  expect((await teacher.post(`/api/podcast-imports/${seen.id}/start`, order)).status).toBe(201);
  return ended(teacher, seen.id);
}

test("a podcast comes over from four hosts, each with its own dialect, once and for all", async () => {
  using folder = scratch();
  await using host = await oldHost(folder);
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { id } = await doors.store.channels.change(school.channel.id, { visibility: "public" });
  const teacher = await doors.asTeacher(school);
  const seen = await body<PodcastImport>(
    await teacher.post(`/api/channels/${id}/feed-imports`, { url: `${host.url}/castopod.xml` }),
  );
  expect(seen).toMatchObject({ state: "preview", title: "Radio du préau", description: "La radio des CM1." });
  expect(seen.episodes).toMatchObject([{ title: "La cantine & nous", byteLength: 4_000, state: "waiting" }]);
  for (const name of ["castopod", "powerpress", "anchor", "ausha"]) {
    const told = await imported(teacher, id, `${host.url}/${name}.xml`);
    expect(told, name).toMatchObject({ state: "done", episodes: [{ state: "done", error: null }] });
  }
  const episodes = await body<Episode[]>(await teacher.get(`/api/channels/${id}/all-episodes`));
  const byTitle = new Map(episodes.map((episode) => [episode.title, episode]));
  expect(byTitle.get("La cantine & nous")).toMatchObject({
    ...{ state: "published", season: 2, number: 7, isExplicit: true, publishedAt: "2025-03-14T08:30:00.000Z" },
    guid: "https://radio.exemple.fr/@preau/episodes/la-cantine",
    description: "Le menu\u00a0:\n\n• des pâtes\n• une pomme\n\nAvec la cuisine.",
    chapters: [
      { startSeconds: 0, title: "L’entrée" },
      { startSeconds: 1.5, title: "Le dessert" },
    ],
  });
  expect(byTitle.get("Visite au moulin – première partie")).toMatchObject({
    ...{ guid: "https://ecole.exemple.fr/?p=12", isExplicit: false },
    description: "Nous sommes allés au moulin à eau.\n\nLe meunier nous a parlé.",
    chapters: [
      { startSeconds: 0, title: "Le chemin" },
      { startSeconds: 1.2, title: "La roue" },
    ],
  });
  expect(byTitle.get("Épisode 1 : la rentrée")).toMatchObject({ description: "Premier jour.\nPremières voix." });
  expect(byTitle.get("Lectures à voix haute")).toMatchObject({
    description: "Trois lectures, très différentes.",
    chapters: [{ startSeconds: expect.closeTo(0.5, 1) as number, title: "Première lecture" }],
  });
  // Encoded here, at our loudness, and never the bytes that came.
  for (const { enclosures, loudness, durationSeconds } of episodes) {
    expect(durationSeconds).toBeCloseTo(2, 0);
    expect(loudness?.integratedLufs).toBeCloseTo(-16, 0);
    const mp3 = Buffer.from(await (await teacher.get(enclosures[0]!.url)).arrayBuffer());
    expect([...host.things.values()].some((thing) => Buffer.isBuffer(thing) && thing.equals(mp3))).toBe(false);
  }
  const feed = await (await doors.browser().get(`/feeds/${school.channel.slug}.xml`)).text();
  const { rss } = new XMLParser().parse(feed) as {
    rss: { channel: { item: { guid: string; "itunes:explicit": unknown }[] } };
  };
  expect(rss.channel.item.map(({ guid }) => guid).sort()).toEqual(episodes.map(({ guid }) => guid).sort());
  expect(rss.channel.item.filter((item) => item["itunes:explicit"] === true)).toHaveLength(1);
  const cover = byTitle.get("La cantine & nous")!.coverUrl;
  expect((await doors.browser().get(cover)).status).toBe(200);
  expect(doors.bugs).toEqual([]);

  const again = await body<PodcastImport>(
    await teacher.post(`/api/channels/${id}/feed-imports`, { url: `${host.url}/castopod.xml` }),
  );
  expect(again.episodes).toMatchObject([{ state: "known" }]);
  expect(
    await refusalIn(await teacher.post(`/api/podcast-imports/${again.id}/start`, { answer, isChannelToo: false })),
  ).toEqual([409, "podcast_import.nothing"]);
});

test("a sound that is there under another guid and another address comes once", async () => {
  using folder = scratch();
  await using host = await oldHost(folder);
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  await imported(teacher, school.channel.id, `${host.url}/castopod.xml`);
  const moved = castopodFeed(host.url).replaceAll("/cantine.mp3", "/elsewhere.mp3").replace("la-cantine<", "an-other<");
  host.things.set("/elsewhere.mp3", host.things.get("/cantine.mp3")!);
  host.things.set("/moved.xml", moved);
  const told = await imported(teacher, school.channel.id, `${host.url}/moved.xml`);
  expect(told.episodes).toMatchObject([{ state: "known" }]);
  expect(await doors.store.episodes.listAll(school.channel.id)).toHaveLength(1);
});

test("nobody hears imported voices further than somebody answered for", async () => {
  using folder = scratch();
  await using host = await oldHost(folder);
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { id } = await doors.store.channels.change(school.channel.id, { visibility: "public" });
  const teacher = await doors.asTeacher(school);
  const told = await imported(teacher, id, `${host.url}/castopod.xml`, { answer: null, isChannelToo: false });
  const episodeId = told.episodes[0]!.episodeId!;
  expect((await doors.store.episodes.require(episodeId)).state).toBe("rendered");
  const publish = () => teacher.put(`/api/episodes/${episodeId}/publication`);
  expect(await refusalIn(await publish())).toEqual([409, "podcast_import.unconfirmed"]);
  await teacher.patch(`/api/episodes/${episodeId}`, { visibility: "class" });
  expect((await publish()).status).toBe(200);
  expect(await refusalIn(await teacher.patch(`/api/episodes/${episodeId}`, { visibility: null }))).toEqual([
    409,
    "podcast_import.unconfirmed",
  ]);

  const voices = (reach: string) => teacher.put(`/api/podcast-imports/${told.id}/voices`, { ...answer, reach });
  expect((await voices("public")).status).toBe(200);
  expect((await teacher.patch(`/api/episodes/${episodeId}`, { visibility: null })).status).toBe(200);
  expect((await doors.browser().get(`/api/episodes/${episodeId}`)).status).toBe(200);
  // Taken back as far.
  expect((await voices("family")).status).toBe(200);
  expect((await doors.browser().get(`/api/episodes/${episodeId}`)).status).toBe(404);
  const acts = (await doors.store.audit.listOf(`channel:${id}`)).map(({ act, detail, actor }) => ({
    act,
    detail,
    actor,
  }));
  const actor = `account:${school.teacher.id}`;
  expect(acts).toContainEqual({ act: "podcast.voicesAnswered", detail: "family", actor });
  expect(acts).toContainEqual({ act: "podcast.imported", detail: null, actor: "system" });
});

test("a channel does not open further than the voices that were imported into it", async () => {
  using folder = scratch();
  await using host = await oldHost(folder);
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const order = { answer: { ...answer, reach: "class" }, isChannelToo: true };
  await imported(teacher, school.channel.id, `${host.url}/castopod.xml`, order);
  const open = await teacher.patch(`/api/channels/${school.channel.id}`, { visibility: "public" });
  expect(await refusalIn(open)).toEqual([409, "podcast_import.unconfirmed"]);
  expect(await doors.store.channels.require(school.channel.id)).toMatchObject({
    ...{ title: "Radio du préau", description: "La radio des CM1.", hasOwnCover: true, visibility: "class" },
  });
});

test("what one episode lacks does not keep the others away, and is tried again", async () => {
  using folder = scratch();
  await using host = await oldHost(folder);
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const item = (name: string, day: number) =>
    `<item><title>${name}</title><guid>${name}</guid><pubDate>Mon, 0${day} Sep 2024 07:00:00 GMT</pubDate><enclosure url="${host.url}/${name}.mp3" length="9" type="audio/mpeg"/></item>`;
  host.things.set(
    "/three.xml",
    `<rss version="2.0"><channel><title>Trois</title>${item("gone", 1)}${item("page", 2)}${item("cantine", 3)}</channel></rss>`,
  );
  host.things.set("/page.mp3", "<html>Vous devez vous connecter</html>");
  const order = { answer, isChannelToo: true };
  const told = await imported(teacher, school.channel.id, `${host.url}/three.xml`, order);
  expect(told.state).toBe("done");
  expect((await doors.store.channels.require(school.channel.id)).title).toBe("Trois");
  await teacher.patch(`/api/channels/${school.channel.id}`, { title: "Nous trois" });
  expect(told.episodes.map(({ title, state, error }) => [title, state, error])).toEqual([
    ["gone", "failed", "podcast_import.unreachable"],
    ["page", "failed", "podcast_import.not_sound"],
    ["cantine", "done", null],
  ]);
  host.things.set("/gone.mp3", host.things.get("/moulin.mp3")!);
  expect((await teacher.post(`/api/podcast-imports/${told.id}/retries`)).status).toBe(201);
  const after = await ended(teacher, told.id);
  expect(after.episodes.map(({ state }) => state)).toEqual(["done", "failed", "done"]);
  expect(host.asked.get("/cantine.mp3")).toBe(1);
  // What somebody has corrected since is not put back.
  expect((await doors.store.channels.require(school.channel.id)).title).toBe("Nous trois");
});

test("what is no podcast is said to be none", async () => {
  await using host = await openOldHost();
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  host.things.set("/page", "<!doctype html><html><title>Un blog</title></html>");
  host.things.set("/bomb", xmlBomb());
  host.things.set(
    "/rss-bomb",
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${"b".repeat(100)}">]><rss version="2.0"><channel><title>&a;</title></channel></rss>`,
  );
  host.things.set("/deep", `<rss version="2.0"><channel>${"<a>".repeat(400_000)}`);
  host.things.set("/empty", `<rss version="2.0"><channel><title>Rien</title></channel></rss>`);
  host.things.set("/round", { movedTo: "/round" });
  host.things.set("/endless", (_request, response) => {
    const more = () => {
      if (response.write(Buffer.alloc(1_000_000))) setImmediate(more);
      else response.once("drain", more);
    };
    more();
  });
  const refused = async (path: string) =>
    refusalIn(await teacher.post(`/api/channels/${school.channel.id}/feed-imports`, { url: host.url + path }));
  expect(await refused("/page")).toEqual([415, "podcast_import.not_feed"]);
  expect(await refused("/bomb")).toEqual([415, "podcast_import.not_feed"]);
  expect(await refused("/rss-bomb")).toEqual([415, "podcast_import.not_feed"]);
  expect(await refused("/deep")).toEqual([415, "podcast_import.not_feed"]);
  expect(await refused("/empty")).toEqual([409, "podcast_import.nothing"]);
  expect(await refused("/round")).toEqual([502, "podcast_import.unreachable"]);
  expect(await refused("/nothing")).toEqual([502, "podcast_import.unreachable"]);
  expect(await refused("/endless")).toEqual([413, "podcast_import.too_large"]);
  expect(await doors.store.podcastImports.listOf(school.channel.id)).toEqual([]);
  expect(doors.bugs).toEqual([]);
});

test("the sound of an imported episode is made anew from what came", async () => {
  using folder = scratch();
  await using host = await oldHost(folder);
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const { episodes } = await imported(teacher, school.channel.id, `${host.url}/castopod.xml`);
  const files = join(doors.directory, "media", "episodes", episodes[0]!.episodeId!, "1");
  expect(await durationOf(join(files, "episode.mp3"))).toBeCloseTo(2, 1);
  rmSync(files, { recursive: true });
});
