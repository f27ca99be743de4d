import { expect, test } from "vitest";
import { channelFeed } from "../../../server/archive/channel-feed.ts";
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
    return channelFeed({ channel: now, episodes, airings, ...times, origin, base: origin, isPublic: true });
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
