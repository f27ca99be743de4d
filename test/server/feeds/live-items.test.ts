import { v7 } from "uuid";
import Parser from "rss-parser";
import { expect, test } from "vitest";
import { ShowId } from "../../../schemas/ids.ts";
import { channelFeed, type FeedSource } from "../../../server/archive/channel-feed.ts";
import type { Airing } from "../../../server/store/timetable.ts";
import { brokenRules, readFeedTree } from "../../support/psp-1.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

const now = Date.parse("2026-11-27T13:00:00Z");
const hours = (count: number) => now + count * 3_600_000;
const airing = (fields: Partial<Airing>): Airing => ({
  ...{ id: ShowId.parse(v7()), title: "Le journal", state: "planned", scheduledAt: null, plannedSeconds: null },
  ...{ changedAt: now, startedAt: null, endedAt: null },
  ...fields,
});

async function feedWith(airings: Airing[]) {
  await using published = await openPublishedSchool();
  const { channel, episode } = published;
  const source: FeedSource = {
    channel,
    episodes: [episode],
    airings,
    sisters: [],
    persons: {},
    now,
    changedAt: now,
    origin: "https://radio.test",
    base: "https://radio.test",
    isPublic: true,
  };
  return { channel, episode, xml: channelFeed(source) };
}

/** All `podcast:liveItem`s, as a parser reads them that did not write them. */
const liveItemsIn = (xml: string) => {
  const { channel } = readFeedTree(xml);
  return [channel["podcast:liveItem"] ?? []].flat() as Record<string, unknown>[];
};

test("a show on air is the feed's live item, with MP3, HLS and the channel's page", async () => {
  const show = airing({
    state: "live",
    startedAt: hours(-0.2),
    plannedSeconds: 1_200,
    title: "Le midi & <moi> $& fin",
  });
  const { xml, channel } = await feedWith([show]);
  const address = `https://radio.test/live/${channel.slug}`;
  expect(liveItemsIn(xml)).toMatchObject([
    {
      "@status": "live",
      "@start": new Date(hours(-0.2)).toISOString(),
      "@end": new Date(hours(-0.2) + 1_200_000).toISOString(),
      guid: { "#text": `live-${show.id}` },
      enclosure: { "@url": `${address}.mp3`, "@type": "audio/mpeg", "@length": "0" },
      "podcast:alternateEnclosure": {
        "@type": "application/x-mpegURL",
        "podcast:source": { "@uri": `${address}/index.m3u8` },
      },
      "podcast:contentLink": { "#text": channel.title, "@href": `https://radio.test/chaines/${channel.slug}` },
    },
  ]);
  expect(brokenRules(xml)).toEqual([]);
});

test("an app that knows no live items takes nothing of them for the channel's or an episode's", async () => {
  const { xml, channel, episode } = await feedWith([airing({ state: "live", startedAt: now, title: "En direct" })]);
  const feed = await new Parser().parseString(xml);
  expect([feed.title, feed.items.length, feed.items[0]?.title]).toEqual([channel.title, 1, episode.title]);
  expect(xml).toMatch(/<channel>\s*<podcast:liveItem /);
});

test("live comes before pending and ended; what is far away or long over is not named", async () => {
  const { xml } = await feedWith([
    airing({ title: "dans un mois", scheduledAt: hours(700) }),
    airing({ title: "demain", scheduledAt: hours(24) }),
    airing({ title: "bientôt", scheduledAt: hours(0.2) }),
    airing({ title: "avant-hier", state: "ended", startedAt: hours(-48), endedAt: hours(-47) }),
    airing({ title: "ce matin", state: "ended", startedAt: hours(-3), endedAt: hours(-2.5) }),
    airing({ title: "maintenant", state: "live", startedAt: hours(-0.1) }),
  ]);
  expect(liveItemsIn(xml).map((item) => [item["@status"], item.title])).toEqual([
    ["live", "maintenant"],
    ["pending", "bientôt"],
    ["pending", "demain"],
    ["ended", "ce matin"],
  ]);
});

test("a show goes through the feed from pending over live to ended", async () => {
  await using published = await openPublishedSchool();
  const { doors, channel, school } = published;
  const read = async () => {
    const answer = await doors.browser().get(`/feeds/${channel.slug}.xml`);
    return { tag: answer.headers.get("etag"), items: liveItemsIn(await answer.text()).map((item) => item["@status"]) };
  };
  const before = await read();
  const scheduledAt = new Date(doors.clock.now + 600_000).toISOString();
  const show = await doors.store.shows.create(school.channel.id, { title: "La météo", scheduledAt });
  const pending = await read();
  await doors.store.shows.setState(show.id, "live");
  const live = await read();
  expect([before.items, pending.items, live.items]).toEqual([["ended"], ["pending", "ended"], ["live", "ended"]]);
  expect(new Set([before.tag, pending.tag, live.tag]).size).toBe(3);
});

test("an app that asks by date alone hears of a show that is over for a day, and of one that has come near", async () => {
  await using published = await openPublishedSchool();
  const { doors, channel, school } = published;
  const hour = 3_600_000;
  const scheduledAt = new Date(doors.clock.now + 8 * 24 * hour).toISOString();
  await doors.store.shows.create(school.channel.id, { title: "La météo", scheduledAt });
  let date = "";
  const read = async () => {
    const answer = await doors.browser().send("GET", `/feeds/${channel.slug}.xml`, null, { "if-modified-since": date });
    date = answer.headers.get("last-modified") ?? date;
    return [answer.status, liveItemsIn((await answer.text()) || "<rss><channel/></rss>").length];
  };
  const first = await read();
  expect(await read()).toEqual([304, 0]);
  doors.clock.now += 26 * hour;
  const later = await read();
  expect([first, later]).toEqual([
    [200, 1],
    [200, 1],
  ]);
  expect((await read())[0]).toBe(304);
});
