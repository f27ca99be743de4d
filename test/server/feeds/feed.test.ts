import { gunzipSync } from "node:zlib";
import { request, type IncomingMessage } from "node:http";
import { once } from "node:events";
import Parser from "rss-parser";
import sharp from "sharp";
import type { Enclosure } from "../../../schemas/episodes.ts";
import { v5 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { channelFeed } from "../../../server/archive/channel-feed.ts";
import { listen } from "../../support/listening.ts";
import { brokenRules, readFeedTree } from "../../support/psp-1.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

const chapters = [
  { startSeconds: 0, title: "Bonjour" },
  { startSeconds: 1.5, title: "Le gardien & <moi>" },
];
const credits = { title: "Le préau la nuit", description: "Une enquête.\nAvec le gardien.", chapters };

const stack = new AsyncDisposableStack();
let published: Awaited<ReturnType<typeof openPublishedSchool>>;
let station: Awaited<ReturnType<typeof listen>>;
let feedAddress: string;
beforeAll(async () => {
  published = stack.use(await openPublishedSchool({ credits }));
  station = stack.use(await listen(published.doors));
  feedAddress = `${station.url}/feeds/${published.channel.slug}.xml`;
});
afterAll(() => stack.disposeAsync());

const source = () => {
  const { channel, episode } = published;
  return {
    channel,
    episodes: [episode],
    airings: [],
    sisters: [],
    persons: {},
    now: 1_763_000_000_000,
    changedAt: 1_763_000_000_000,
    origin: "https://radio.example",
    base: "https://radio.example",
    isPublic: true,
  };
};

test("the feed keeps every rule of PSP-1", async () => {
  const xml = await (await fetch(feedAddress)).text();
  expect(brokenRules(xml)).toEqual([]);
});

test("a podcast app reads title, sound, length and place of the episode", async () => {
  const feed = await new Parser().parseURL(feedAddress);
  const { episode, channel, school } = published;
  expect(feed).toMatchObject({
    title: channel.title,
    language: "fr",
    feedUrl: `http://antenne.test/feeds/${channel.slug}.xml`,
  });
  expect(feed.itunes).toMatchObject({ author: school.school.name, explicit: "false", categories: ["Education"] });
  const [item] = feed.items;
  expect(item).toMatchObject({ title: credits.title, content: credits.description, guid: episode.id });
  const mp3 = episode.enclosures[0]!;
  expect(item!.enclosure).toEqual({
    url: `http://antenne.test${mp3.url}`,
    length: String(mp3.byteLength),
    type: "audio/mpeg",
  });
  expect(item!.itunes).toMatchObject({ duration: "3", season: "1", episode: "1", explicit: "false" });
  expect(item!.isoDate).toBe(episode.publishedAt);
});

test("Podcasting 2.0 apps find guid, chapters, season and the small Opus files", async () => {
  const { channel, items } = readFeedTree(await (await fetch(feedAddress)).text());
  const namespace = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";
  expect(channel["podcast:guid"]).toBe(v5(`antenne.test/feeds/${published.channel.slug}.xml`, namespace));
  expect(channel).toMatchObject({ "podcast:locked": "yes", "podcast:medium": "podcast", "itunes:type": "episodic" });
  const [item] = items;
  const [, opus, low] = published.episode.enclosures as [Enclosure, Enclosure, Enclosure];
  expect(item).toMatchObject({
    "podcast:season": "1",
    "podcast:episode": "1",
    "podcast:alternateEnclosure": [
      {
        "@type": "audio/ogg",
        "@codecs": "opus",
        "@length": String(opus.byteLength),
        "podcast:source": { "@uri": `http://antenne.test${opus.url}` },
      },
      { "@type": "audio/webm", "@codecs": "opus", "podcast:source": { "@uri": `http://antenne.test${low.url}` } },
    ],
  });
  const address = (item!["podcast:chapters"] as Record<string, string>)["@url"]!;
  const read = await fetch(address.replace("http://antenne.test", station.url));
  expect(read.headers.get("content-type")).toBe("application/json+chapters");
  expect(await read.json()).toMatchObject({
    chapters: [{ startTime: 0 }, { startTime: 1.5, title: "Le gardien & <moi>" }],
  });
});

test("the sound and the covers that the feed names are there, as the feed says", async () => {
  const { channel, items } = readFeedTree(await (await fetch(feedAddress)).text());
  const here = (node: unknown, name: string) =>
    (node as Record<string, string>)[name]!.replace("http://antenne.test", station.url);
  const sound = await fetch(here(items[0]!.enclosure, "@url"));
  expect((await sound.arrayBuffer()).byteLength).toBe(published.episode.enclosures[0]!.byteLength);
  for (const image of [channel["itunes:image"], items[0]!["itunes:image"]]) {
    const cover = await fetch(here(image, "@href"), { redirect: "error" });
    const { width, height, format, space } = await sharp(await cover.arrayBuffer()).metadata();
    expect({ width, height, format, space }).toEqual({ width: 1_600, height: 1_600, format: "jpeg", space: "srgb" });
    expect(cover.headers.get("content-type")).toBe("image/jpeg");
  }
});

test("an app that asks again is told that nothing changed, until something does", async () => {
  const first = await fetch(feedAddress);
  const tag = first.headers.get("etag")!;
  const date = first.headers.get("last-modified")!;
  const status = async (headers: Record<string, string>) => (await fetch(feedAddress, { headers })).status;
  expect(await status({ "if-none-match": tag })).toBe(304);
  expect(await status({ "if-none-match": tag.replace("W/", "") })).toBe(304);
  expect(await status({ "if-none-match": '"other"', "if-modified-since": date })).toBe(200);
  expect(await status({ "if-modified-since": date })).toBe(304);
  const { doors, episode } = published;
  doors.clock.now += 60_000;
  await doors.newsroom.archive.change(episode.id, { description: "Encore." }, { role: "visitor" });
  expect(await status({ "if-none-match": tag })).toBe(200);
  expect(await status({ "if-modified-since": date })).toBe(200);
});

test("the feed is compressed for those who ask, and HEAD answers", async () => {
  const asked = request(feedAddress, { headers: { "accept-encoding": "gzip" } }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  expect(response.headers["content-encoding"]).toBe("gzip");
  const parts = (await response.toArray()) as Buffer[];
  expect(brokenRules(gunzipSync(Buffer.concat(parts)).toString())).toEqual([]);
  const head = await fetch(feedAddress, { method: "HEAD" });
  expect([head.status, head.headers.get("content-type")]).toEqual([200, "application/rss+xml; charset=utf-8"]);
  expect(await head.text()).toBe("");
});

test.each([
  "A & B < C > D \"E\" 'F'",
  "]]> </title><script>alert(1)</script>",
  "<![CDATA[ x ]]> &amp; &nbsp; &#0;",
  "بلا عنوان — 😀 \u{1F468}\u200D\u{1F467}",
  "bell\u0007, vertical tab\u000b, half \ud83d end",
])("a title that is hostile to XML arrives as it was typed: %j", async (title) => {
  const { channel, episodes, ...rest } = source();
  const description = `${title}\n${title}`;
  const hostile = { ...channel, title, description, author: title };
  const xml = channelFeed({ ...rest, channel: hostile, episodes: [{ ...episodes[0]!, title, description }] });
  expect(brokenRules(xml)).toEqual([]);
  // eslint-disable-next-line no-control-regex -- What XML cannot hold is left out.
  const expected = title.toWellFormed().replace(/[\u0007\u000b]/g, "");
  const feed = await new Parser().parseString(xml);
  expect([feed.title, feed.items[0]!.title]).toEqual([expected, expected]);
});

test("a description is cut at 4000 bytes, between two characters", () => {
  const { channel, ...rest } = source();
  const xml = channelFeed({ ...rest, channel: { ...channel, description: "é😀".repeat(1_000) } });
  const description = String(readFeedTree(xml).channel.description);
  expect(Buffer.byteLength(description)).toBeLessThanOrEqual(4_000);
  expect(Buffer.byteLength(description)).toBeGreaterThan(3_990);
  expect(description).not.toContain("\ufffd");
});

test("a channel without episodes has a valid, empty feed", async () => {
  const { channel, ...rest } = source();
  const xml = channelFeed({ ...rest, channel: { ...channel, description: "" }, episodes: [] });
  expect(brokenRules(xml)).toEqual([]);
  expect((await new Parser().parseString(xml)).items).toEqual([]);
});

test.each(["absent.xml", "..%2f..%2fantenne.db", "radio-hirondelle", "RADIO.xml"])(
  "no feed is at /feeds/%s",
  async (name) => {
    expect((await fetch(`${station.url}/feeds/${name}`)).status).toBe(404);
  },
);
