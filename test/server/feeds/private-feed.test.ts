import { expect, test } from "vitest";
import Parser from "rss-parser";
import { openDoors } from "../../support/doors.ts";
import { openFamilySchool } from "../../support/family.ts";
import { brokenRules, readFeedTree } from "../../support/psp-1.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

const chapters = [{ startSeconds: 0, title: "Bonjour" }];

/** A family channel with an episode, and the feed of one of its families as an app without a cookie reads it. */
async function openPrivateFeed() {
  const published = await openPublishedSchool({ visibility: "family", credits: { chapters } });
  const { doors, school, channel } = published;
  const families = await openFamilySchool(doors, school);
  const family = await families.make([school.pupils[0].id]);
  const phone = await families.enter(await families.tokenOf(family));
  const page = (await (await phone.get(`/api/channels/${channel.slug}`)).json()) as { feed: { path: string } };
  const { feed } = page;
  const app = doors.browser();
  const xml = async () => (await app.get(`${feed.path}.xml`)).text();
  return { ...published, ...families, family, phone, feed, app, xml };
}

const pathOf = (url: string) => url.replace("http://antenne.test", "");

test("each family has a feed of its own, whose every address opens without a cookie: sound, covers, chapters, calendar", async () => {
  await using house = await openPrivateFeed();
  const { feed, app } = house;
  expect(feed).toEqual({
    path: expect.stringMatching(/^\/prive\/[\w-]{22}\/feeds\/radio-hirondelle$/) as string,
    isPrivate: true,
  });
  const xml = await house.xml();
  expect(brokenRules(xml)).toEqual([]);
  const urls = [...xml.matchAll(/(?:url|uri|href)="(http[^"]+)"/g)].map(([, url]) => pathOf(url!));
  const files = urls.filter((url) => /\/(media|feeds)\//.test(url));
  expect(files.map((file) => file.replace(/^.*\//, "").replace(/^.*\.jpg$/, "cover")).sort()).toEqual(
    expect.arrayContaining(["chapters.json", "cover", "episode.mp3", "episode.opus", "radio-hirondelle.xml"]),
  );
  for (const file of files) {
    expect([file, file.startsWith(feed.path.replace(/\/feeds\/.*/, "/"))]).toEqual([file, true]);
    expect([file, (await app.get(file)).status]).toEqual([file, 200]);
  }
  const parsed = await new Parser().parseString(xml);
  expect((await app.send("HEAD", pathOf(parsed.items[0]!.enclosure!.url))).status).toBe(200);
  expect((await app.get(`${feed.path}.ics`)).status).toBe(200);
});

test("what is said in an episode is in every feed, at an address that opens as the sound does, and goes with it", async () => {
  await using house = await openPrivateFeed();
  const { feed, app, doors, channel, episode, teacher } = house;
  await teacher.put(`/api/episodes/${episode.id}/transcript`, {
    text: "WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour à tous.",
  });
  const { items } = readFeedTree(await house.xml());
  const { "@url": url, "@type": type } = items[0]!["podcast:transcript"] as Record<string, string>;
  expect([type, pathOf(url!).startsWith(feed.path.replace(/feeds.*/, "media/transcripts/"))]).toEqual([
    "text/vtt",
    true,
  ]);
  const answer = await app.get(pathOf(url!));
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
  expect(await answer.text()).toContain("Bonjour à tous.");
  await doors.store.families.setLink(house.family.id, undefined);
  expect((await app.get(pathOf(url!))).status).toBe(404);
  await doors.store.channels.change(channel.id, { visibility: "public" });
  const open = await app.get(`/feeds/${channel.slug}.xml`);
  expect(await open.text()).toContain(`http://antenne.test/media/transcripts/${episode.id}/`);
});

test("a private feed stays out of directories, caches and searches", async () => {
  await using house = await openPrivateFeed();
  const answer = await house.app.get(`${house.feed.path}.xml`);
  expect(answer.headers.get("cache-control")).toContain("private");
  expect(answer.headers.get("x-robots-tag")).toBe("noindex");
  const { channel } = readFeedTree(await answer.text());
  expect(channel).toMatchObject({ "itunes:block": "yes", "podcast:block": "yes", "podcast:locked": "yes" });
});

test("a family's feed, sound and pictures stay private once the channel is public; the public ones are for everybody", async () => {
  await using house = await openPrivateFeed();
  const { feed, app, channel, doors } = house;
  const prefix = feed.path.replace(/\/feeds\/.*/, "");
  const mp3 = pathOf((await new Parser().parseString(await house.xml())).items[0]!.enclosure!.url);
  await doors.store.channels.change(channel.id, { visibility: "public" });
  const cover = `${prefix}/media/covers/channels/${channel.id}/${channel.coverVersion}.jpg`;
  const live = `${prefix}/live/${channel.slug}.mp3`;
  const toldOf = async (path: string) => {
    const { headers } = await app.get(path);
    const isKept = headers.get("cache-control")?.includes("public");
    return [path, isKept, headers.get("access-control-allow-origin"), headers.get("x-robots-tag")];
  };
  for (const path of [`${feed.path}.xml`, `${feed.path}.ics`, mp3, cover, live]) {
    expect(await toldOf(path)).toEqual([path, false, null, "noindex"]);
    const bare = path.slice(prefix.length);
    expect(await toldOf(bare)).toEqual([bare, path !== live, "*", null]);
  }
  expect(readFeedTree(await house.xml()).channel).toMatchObject({ "itunes:block": "yes", "podcast:block": "yes" });
});

test("a renewed link ends the feed and its sound at once, and the new feed has other addresses", async () => {
  await using house = await openPrivateFeed();
  const { feed, app, teacher, family } = house;
  const mp3 = pathOf((await new Parser().parseString(await house.xml())).items[0]!.enclosure!.url);
  await teacher.post(`/api/families/${family.id}/links`);
  expect((await app.get(`${feed.path}.xml`)).status).toBe(404);
  expect((await app.get(mp3)).status).toBe(404);
  const phone = await house.enter(await house.tokenOf(family));
  const page = (await (await phone.get(`/api/channels/${house.channel.slug}`)).json()) as typeof house;
  expect(page.feed.path).not.toBe(feed.path);
});

test("a feed of one family opens no channel of another class, and nothing but feeds, sound and pictures", async () => {
  await using house = await openPrivateFeed();
  const { feed, app, doors } = house;
  const prefix = feed.path.replace(/\/feeds\/.*/, "");
  const other = await doors.seedSchool();
  await doors.store.channels.change(other.channel.id, { visibility: "family" });
  expect((await app.get(`${prefix}/feeds/${other.channel.slug}.xml`)).status).toBe(404);
  for (const path of ["/api/family", "/api/sessions/current", `/api/channels/${house.channel.slug}`]) {
    expect([path, (await app.get(prefix + path)).status]).not.toEqual([path, 200]);
  }
  const wrong = feed.path.replace(/^\/prive\/[\w-]{22}/, `/prive/${"x".repeat(22)}`);
  expect((await app.get(`${wrong}.xml`)).status).toBe(404);
});

test("staff and pupils of a family channel have no feed to hand on; a public channel has one for all", async () => {
  await using house = await openPrivateFeed();
  const { doors, school, channel, phone } = house;
  const feedOf = async (who: { get(path: string): Promise<Response> }) =>
    ((await (await who.get(`/api/channels/${channel.slug}`)).json()) as { feed: unknown }).feed;
  expect(await feedOf(await doors.asTeacher(school))).toBeNull();
  expect(await feedOf(await doors.asPupil(school))).toBeNull();
  await doors.store.channels.change(channel.id, { visibility: "public" });
  const open = { path: "/feeds/radio-hirondelle", isPrivate: false };
  for (const who of [doors.browser(), phone, await doors.asTeacher(school)]) expect(await feedOf(who)).toEqual(open);
});

test("a cover of yesterday leads to today's under the same private address", async () => {
  await using house = await openPrivateFeed();
  const prefix = house.feed.path.replace(/\/feeds\/.*/, "");
  const { channel } = house;
  await house.doors.store.channels.change(channel.id, { bird: "pic" });
  const answer = await house.app.get(`${prefix}/media/covers/channels/${channel.id}/${channel.coverVersion}.jpg`);
  expect([answer.status, answer.headers.get("location")?.startsWith(prefix)]).toEqual([302, true]);
});

test("private addresses cost the app neither its fast router nor the plain ones", async () => {
  await using doors = await openDoors();
  expect((await doors.app.request("/prive/short/feeds/x.xml")).status).not.toBe(200);
  expect((await doors.app.request("/healthz")).status).toBe(200);
  expect(doors.app.router.name).toContain("RegExpRouter");
});
