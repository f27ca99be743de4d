import { expect, test } from "vitest";
import { channelFeed, keepFeeds, type FeedSource } from "../../../server/archive/channel-feed.ts";
import type { Airing } from "../../../server/store/timetable.ts";
import { openEpisodes } from "../../../server/store/episodes.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

test("a feed that is kept ready says after every change what one that is made afresh says", async () => {
  await using house = await openPublishedSchool({});
  const { doors, channel, episode } = house;
  const { archive } = doors.newsroom;
  const nobody = { role: "visitor" } as const;
  const afresh = async () => {
    const now = await doors.store.channels.require(channel.id);
    const episodes = await openEpisodes(doors.database).listPublished(channel.id);
    const times = { now: doors.clock.now, changedAt: await doors.store.channels.changedAt(channel.id) };
    const airings = await doors.store.timetable.listOf(channel.id);
    const origin = "http://antenne.test";
    const sisters = await doors.store.channels.sistersOf(channel.id);
    const persons = await doors.store.episodePersons.ofChannel(channel.id);
    return channelFeed({
      channel: now,
      episodes,
      airings,
      sisters,
      persons,
      ...times,
      origin,
      base: origin,
      isPublic: true,
    });
  };
  const app = doors.browser();
  const kept = async () => (await app.get(`/feeds/${channel.slug}.xml`)).text();
  const changes = [
    () => Promise.resolve(),
    () => archive.change(episode.id, { title: "Un $& titre </item> ]]>" }, nobody),
    () => doors.store.channels.change(channel.id, { title: "Radio </channel>", bird: "pic" }),
    () => doors.store.channels.changeCover(channel.id, true),
    () => archive.unpublish(episode.id, nobody),
    () => archive.publish(episode.id, nobody),
  ];
  const said: string[] = [];
  for (const change of changes) {
    doors.clock.now += 60_000;
    await change();
    said.push(await kept());
    expect(said.at(-1)).toBe(await afresh());
    expect(await kept()).toBe(said.at(-1));
  }
  expect(new Set(said).size).toBe(changes.length);
});

test("a kept feed is another one as soon as anything that it is made of is another, whatever else stays the same", async () => {
  await using house = await openPublishedSchool({});
  const { doors, channel, episode } = house;
  const [at, changedAt] = [Date.parse("2026-11-27T13:00:00Z"), Date.parse("2026-11-27T12:00:00Z")];
  const airing: Airing = {
    ...{ id: house.school.show.id, title: "Le journal", state: "planned", scheduledAt: at + 3_600_000 },
    ...{ plannedSeconds: null, changedAt: at, startedAt: null, endedAt: null },
  };
  const { id, slug, title, bird, colour, author } = (await doors.seedSchool()).channel;
  const places = { author: "École", link: "https://radio.test/chaines/x", licence: channel.licence };
  const joined: FeedSource["joined"] & object = {
    ...{ key: "school", path: "/radios/x/fil.xml", page: "https://radio.test/radios/x", imagePath: "/x.jpg" },
    placeOf: () => places,
  };
  const origin = "https://radio.test";
  const usual: FeedSource = {
    ...{
      channel,
      episodes: [episode],
      airings: [],
      sisters: [],
      persons: {},
      now: at,
      changedAt,
      origin,
      base: origin,
    },
    isPublic: true,
  };
  const others: Partial<FeedSource>[] = [
    { channel: { ...channel, title: "Autre titre" } },
    { channel: { ...channel, licence: "cc-by-4.0" } },
    { channel: { ...channel, coverVersion: 7 } },
    { episodes: [] },
    { episodes: [{ ...episode, title: "Autre titre" }] },
    { episodes: [episode, { ...episode, title: "Encore un" }] },
    { airings: [airing] },
    { airings: [{ ...airing, title: "Autre journal" }] },
    { sisters: [{ id, slug, title, bird, colour, author }] },
    { sisters: [{ id, slug, title: "Autre titre", bird, colour, author }] },
    { persons: { [episode.id]: [{ name: "Awa", roles: [] }] } },
    { persons: { [episode.id]: [{ name: "Awa", roles: ["reader"] }] } },
    { changedAt: changedAt + 1_000 },
    { origin: "https://ailleurs.test", base: "https://ailleurs.test" },
    { base: `${origin}/private/a` },
    { base: `${origin}/private/b` },
    { isPublic: false },
    { joined },
    { joined: { ...joined, placeOf: () => ({ ...places, author: "Autre école" }) }, changedAt: changedAt + 1_000 },
    { joined: { ...joined, placeOf: () => ({ ...places, licence: "cc0-1.0" }) }, changedAt: changedAt + 2_000 },
  ];
  const kept = keepFeeds();
  const said = others.flatMap((change) => {
    const source = { ...usual, ...change };
    expect(kept(usual).body()).toBe(channelFeed(usual));
    const { tag, body } = kept(source);
    expect(body(), Object.keys(change).join()).toBe(channelFeed(source));
    expect(tag).toBe(keepFeeds()(source).tag);
    expect(tag, Object.keys(change).join()).not.toBe(kept(usual).tag);
    return body();
  });
  expect(new Set(said).size).toBe(others.length);
  // The very same airing, which has just ended and then ended long ago.
  const ended = [{ ...airing, state: "ended", startedAt: at - 60_000, endedAt: at } as const];
  const before = { ...usual, airings: ended };
  const after = { ...before, now: at + 7 * 86_400_000 };
  expect([kept(before).body(), kept(after).body()]).toEqual([channelFeed(before), channelFeed(after)]);
  expect(kept(after).tag).not.toBe(kept(before).tag);
});
