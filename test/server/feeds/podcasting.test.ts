import Parser from "rss-parser";
import { v5 } from "uuid";
import { expect, test } from "vitest";
import type { Channel } from "../../../schemas/channels.ts";
import { refusalIn } from "../../support/api-client.ts";
import { readFeedTree } from "../../support/psp-1.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

const soundbites = [{ startSeconds: 2.5, durationSeconds: 16, title: "Le hibou & <moi> ]]>" }];

test(
  "an extract stands in the feed as Podcasting 2.0 has it, and on the page of listeners",
  { timeout: 60_000 },
  async () => {
    await using at = await openPublishedSchool({ seconds: 20, credits: {} });
    const teacher = await at.doors.asTeacher(at.school);
    expect((await teacher.patch(`/api/episodes/${at.episode.id}`, { soundbites })).status).toBe(200);
    const xml = await (await at.doors.browser().get(`/feeds/${at.channel.slug}.xml`)).text();
    expect(readFeedTree(xml).items[0]!["podcast:soundbite"]).toEqual({
      ...{ "@startTime": "2.5", "@duration": "16", "#text": "Le hibou & <moi> ]]>" },
    });
    const parser = new Parser({ customFields: { item: [["podcast:soundbite", "soundbite"]] } });
    const { items } = (await parser.parseString(xml)) as unknown as { items: { soundbite: string }[] };
    expect(items[0]!.soundbite).toBe("Le hibou & <moi> ]]>");
    const page = await at.doors.browser().get(`/api/channels/${at.channel.slug}`);
    expect(await page.json()).toMatchObject({ episodes: [{ soundbites, lostSoundbites: [] }] });
  },
);

test("a feed says on what terms it may be used again: the channel's, or an episode's own", async () => {
  await using at = await openPublishedSchool();
  const teacher = await at.doors.asTeacher(at.school);
  const told = async () => {
    const xml = await (await at.doors.browser().get(`/feeds/${at.channel.slug}.xml`)).text();
    const { channel, items } = readFeedTree(xml);
    return [channel["podcast:license"], items[0]!["podcast:license"]];
  };
  const page = `http://antenne.test/chaines/${at.channel.slug}`;
  const reserved = { "@url": page, "#text": "all-rights-reserved" };
  expect(await told()).toEqual([reserved, reserved]);
  const free = (terms: string) => ({
    ...{ "@url": `https://creativecommons.org/licenses/${terms}/4.0/`, "#text": `cc-${terms}-4.0` },
  });
  expect((await teacher.patch(`/api/channels/${at.channel.id}`, { licence: "cc-by-sa-4.0" })).status).toBe(200);
  expect(await told()).toEqual([free("by-sa"), free("by-sa")]);
  expect((await teacher.patch(`/api/episodes/${at.episode.id}`, { licence: "cc-by-nc-4.0" })).status).toBe(200);
  expect(await told()).toEqual([free("by-sa"), free("by-nc")]);
  const school = await at.doors.browser().get(`/radios/${at.school.school.id}/fil.xml`);
  const joined = readFeedTree(await school.text());
  expect([joined.channel["podcast:license"], joined.items[0]!["podcast:license"]]).toEqual([undefined, free("by-nc")]);
  expect((await teacher.patch(`/api/episodes/${at.episode.id}`, { licence: null })).status).toBe(200);
  expect((await teacher.patch(`/api/channels/${at.channel.id}`, { licence: "cc0-1.0" })).status).toBe(200);
  const zero = { "@url": "https://creativecommons.org/publicdomain/zero/1.0/", "#text": "cc0-1.0" };
  expect(await told()).toEqual([zero, zero]);
  expect((await teacher.patch(`/api/channels/${at.channel.id}`, { licence: "wtfpl" })).status).toBe(400);
});

test("a radio names sisters that are open to everybody, and none from the moment that it is not", async () => {
  await using at = await openPublishedSchool();
  const { doors, channel } = at;
  const other = await doors.seedSchool();
  const [teacher, theirs] = [await doors.asTeacher(at.school), await doors.asTeacher(other)];
  const name = (...sisters: Channel["id"][]) => teacher.patch(`/api/channels/${channel.id}`, { sisters });
  const feed = () => doors.browser().get(`/feeds/${channel.slug}.xml`);
  const named = async () => readFeedTree(await (await feed()).text()).channel["podcast:podroll"];
  const onPage = async () =>
    ((await (await doors.browser().get(`/api/channels/${channel.slug}`)).json()) as { sisters: unknown[] }).sisters;
  expect(await refusalIn(await name(other.channel.id))).toEqual([404, "channel.not_found"]);
  expect(await refusalIn(await name(channel.id))).toEqual([404, "channel.not_found"]);
  expect(await named()).toBeUndefined();

  const open = (visibility: string) => theirs.patch(`/api/channels/${other.channel.id}`, { visibility });
  await open("public");
  expect((await name(other.channel.id)).status).toBe(200);
  const { slug, title } = other.channel;
  const namespace = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";
  expect(await named()).toEqual({
    "podcast:remoteItem": {
      "@feedGuid": v5(`antenne.test/feeds/${slug}.xml`, namespace),
      "@feedUrl": `http://antenne.test/feeds/${slug}.xml`,
      "@medium": "podcast",
      "@title": title,
    },
  });
  expect(await onPage()).toMatchObject([{ id: other.channel.id, slug, title }]);
  // Who asks by date alone hears of it too.
  const before = (await feed()).headers.get("last-modified")!;
  doors.clock.now += 60_000;
  await open("class");
  const since = { headers: { "if-modified-since": before } };
  expect((await doors.app.request(`/feeds/${channel.slug}.xml`, since)).status).toBe(200);
  expect([await named(), await onPage()]).toEqual([undefined, []]);
  await open("public");
  expect(await onPage()).toHaveLength(1);
  expect((await name()).status).toBe(200);
  expect(await onPage()).toEqual([]);
  expect(doors.bugs).toEqual([]);
});
