import Parser from "rss-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenRules, readFeedTree } from "../../support/psp-1.ts";
import { openPublishedSchool } from "../../support/published-school.ts";
import { publishShow } from "../../support/published-show.ts";
import { speech } from "../../support/programmes.ts";

let published: Awaited<ReturnType<typeof openPublishedSchool>>;
let path: string;
beforeAll(async () => {
  published = await openPublishedSchool();
  path = `/radios/${published.school.school.id}/fil.xml`;
});
afterAll(() => published[Symbol.asyncDispose]());

test("a school's feed joins its public radios: each episode as in its own feed, and nothing that is for fewer", async () => {
  const { doors, school, channel, episode } = published;
  const look = { description: "", language: "fr", bird: "pic", colour: 2 } as const;
  const { channels, shows } = doors.store;
  const second = await channels.create(school.classroom.id, school.school.name, {
    ...{ ...look, title: "Radio Cour", visibility: "public" },
  });
  const hidden = await channels.create(school.classroom.id, school.school.name, {
    ...{ ...look, title: "Radio Préau", visibility: "family" },
  });
  const sound = { sound: speech(0.2), seconds: 2 };
  for (const { id } of [second, hidden]) {
    const show = await shows.create(id, { title: `De ${id}`, scheduledAt: null });
    doors.clock.now += 60_000;
    await publishShow(doors, show.id, sound);
  }
  const app = doors.browser();
  const answer = await app.get(path);
  const xml = await answer.text();
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/rss+xml; charset=utf-8"]);
  expect(brokenRules(xml)).toEqual([]);
  const { channel: head, items } = readFeedTree(xml);
  expect(head).toMatchObject({ title: school.school.name, link: `http://antenne.test/radios/${school.school.id}` });
  expect(items.map(({ title }) => title)).toEqual([`De ${second.id}`, "Le journal de midi"]);
  expect(items.map(({ link }) => String(link).split("/").at(-2))).toEqual([second.slug, channel.slug]);
  const own = readFeedTree(await (await app.get(`/feeds/${channel.slug}.xml`)).text()).items[0]!;
  expect(items[1]).toEqual(own);
  const feed = await new Parser().parseString(xml);
  expect(feed.items[1]).toMatchObject({ guid: episode.id });
  // An app that has it is told so, and one that asks after a change gets it anew.
  const tag = { "if-none-match": answer.headers.get("etag")! };
  expect((await app.send("GET", path, null, tag)).status).toBe(304);
  await channels.change(second.id, { visibility: "family" });
  const fewer = await app.send("GET", path, null, tag);
  expect([fewer.status, readFeedTree(await fewer.text()).items]).toMatchObject([200, [{ guid: own.guid }]]);
});

test("a school without a public radio has no feed, and its list for apps names nobody else's", async () => {
  const { doors, school, channel } = published;
  const app = doors.browser();
  const other = await doors.seedSchool();
  expect((await app.get(`/radios/${other.school.id}/fil.xml`)).status).toBe(404);
  await doors.store.channels.change(other.channel.id, { visibility: "public" });
  const list = await (await app.get(`/chaines.opml?ecole=${school.school.id}`)).text();
  expect([list.includes(`/${channel.slug}.xml`), list.includes(other.channel.slug)]).toEqual([true, false]);
  await doors.store.regionSchools.change(other.school.id, { isShut: true });
  expect((await app.get(`/radios/${other.school.id}/fil.xml`)).status).toBe(404);
});
