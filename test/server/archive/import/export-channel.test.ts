import { truncate } from "node:fs/promises";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { expect, test, vi } from "vitest";
import type { Episode } from "../../../../schemas/episodes.ts";
import type { PodcastImport } from "../../../../schemas/podcast-imports.ts";
import type { ApiClient } from "../../../support/api-client.ts";
import { openDoors } from "../../../support/doors.ts";
import { hostedImage, hostedSound } from "../../../support/imported-sounds.ts";
import { isOpen } from "../../../support/is-open.ts";
import { openOldHost } from "../../../support/old-host.ts";
import { castopodFeed, powerPressFeed } from "../../../support/saved-feeds.ts";
import { scratch } from "../../../support/scratch.ts";
import { filesOfZip } from "../../../support/stored-zip.ts";

const answer = { reach: "public", words: "Les familles ont signé en septembre 2024." };
const body = async (response: Response) => (await response.json()) as PodcastImport;

async function started(teacher: ApiClient, { id }: PodcastImport): Promise<void> {
  expect((await teacher.post(`/api/podcast-imports/${id}/start`, { answer, isChannelToo: true })).status).toBe(201);
  const state = async () => (await body(await teacher.get(`/api/podcast-imports/${id}`))).state;
  await vi.waitFor(async () => expect(await state()).toBe("done"), { timeout: 60_000, interval: 100 });
}

const told = ({
  title,
  description,
  guid,
  season,
  number,
  isExplicit,
  publishedAt,
  chapters,
  state,
  ...more
}: Episode) => ({
  ...{ title, description, guid, season, number, isExplicit, publishedAt, chapters, state },
  ...{ soundbites: more.soundbites, licence: more.licence },
});

test("what a channel holds is taken away whole, and is the same where it comes to", { timeout: 120_000 }, async () => {
  using folder = scratch();
  await using host = await openOldHost();
  host.things.set("/cantine.mp3", await hostedSound(folder, "a.mp3", 440));
  host.things.set("/moulin.mp3", await hostedSound(folder, "b.mp3", 550, { seconds: 20 }));
  host.things.set("/cantine.png", await hostedImage(1_400, "#c33"));
  host.things.set("/cover.jpg", await hostedImage(1_400, "#36c", "jpeg"));
  host.things.set("/castopod.xml", castopodFeed(host.url));
  host.things.set("/powerpress.xml", powerPressFeed(host.url));
  await using doors = await openDoors();
  const [one, other] = [await doors.seedSchool(), await doors.seedSchool()];
  const teacher = await doors.asTeacher(one);
  const from = `/api/channels/${one.channel.id}`;
  for (const name of ["powerpress", "castopod"])
    await started(teacher, await body(await teacher.post(`${from}/feed-imports`, { url: `${host.url}/${name}.xml` })));
  const [first] = await doors.store.episodes.listAll(one.channel.id);
  const soundbites = [{ startSeconds: 0.5, durationSeconds: 15, title: "Le moulin & nous" }];
  const [mill] = (await doors.store.episodes.listAll(one.channel.id)).filter(({ title }) => title.startsWith("Visite"));
  const marked = await teacher.patch(`/api/episodes/${mill!.id}`, { soundbites, licence: "cc-by-nc-sa-4.0" });
  expect(marked.status).toBe(200);
  await teacher.delete(`/api/episodes/${first!.id}/publication`);

  const answered = await teacher.get(`${from}/export`);
  expect(answered.headers.get("content-disposition")).toBe('attachment; filename="chaine.zip"');
  const zip = Buffer.from(await answered.arrayBuffer());
  const names = [...filesOfZip(zip).keys()];
  expect(names.slice(0, 3)).toEqual(["fil.xml", "donnees.json", "pochette.jpg"]);
  expect(names.filter((name) => name.endsWith("episode.mp3"))).toHaveLength(2);
  expect(names.filter((name) => name.startsWith("brouillons/"))).not.toEqual([]);
  // The radio of a class: wherever its feed is put next, it stays out of the directories.
  expect(filesOfZip(zip).get("fil.xml")!.toString("utf8")).toMatch(/<itunes:block>(yes|true)<\/itunes:block>/i);
  const data = JSON.parse(filesOfZip(zip).get("donnees.json")!.toString("utf8")) as { episodes: Episode[] };
  expect(data.episodes.map(({ title }) => title).sort()).toEqual([
    "La cantine & nous",
    "Visite au moulin – première partie",
  ]);

  // Whoever goes away in the middle of a sound leaves nothing open.
  const long = join(doors.directory, "media", "episodes", first!.id, "1", "episode.mp3");
  await truncate(long, 50_000_000);
  const reader = (await teacher.get(`${from}/export`)).body!.getReader();
  while (!isOpen(long)) expect((await reader.read()).done).toBe(false);
  await reader.cancel().catch(() => undefined);
  await vi.waitFor(() => expect(isOpen(long)).toBe(false));

  const theirs = await doors.asTeacher(other);
  const begun = await body(await theirs.post(`/api/channels/${other.channel.id}/file-imports`));
  const sent = await theirs.upload("POST", `/api/podcast-imports/${begun.id}/files`, new Uint8Array(zip), {
    name: "chaine.zip",
  });
  await started(theirs, await body(sent));
  const wanted = (await doors.store.episodes.listPublished(one.channel.id)).map(told);
  expect((await doors.store.episodes.listAll(other.channel.id)).map(told)).toEqual(wanted);
  const { title, description } = await doors.store.channels.require(one.channel.id);
  expect(await doors.store.channels.require(other.channel.id)).toMatchObject({ title, description, hasOwnCover: true });
  const acts = (await doors.store.audit.listOf(`channel:${one.channel.id}`)).map(({ act }) => act);
  expect(acts).toContain("channel.exported");
  expect(doors.bugs).toEqual([]);
});

test("whoever subscribed to a public channel is sent where it moved to, and families stay", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const feed = `/feeds/${school.channel.slug}.xml`;
  const movedTo = "https://ailleurs.exemple.fr/feed.xml";
  const change = (json: object) => teacher.patch(`/api/channels/${school.channel.id}`, json);
  for (const wrong of ["javascript:alert(1)", "ftp://exemple.fr", "ailleurs"])
    expect((await change({ movedTo: wrong })).status).toBe(400);
  expect((await change({ movedTo })).status).toBe(200);
  // Nobody but the class hears it: there is nobody to send on.
  expect((await teacher.get(feed)).status).toBe(200);
  await change({ visibility: "public" });
  const answered = await doors.browser().get(feed);
  expect([answered.status, answered.headers.get("location")]).toEqual([301, movedTo]);
  const { rss } = new XMLParser().parse(await answered.text()) as { rss: { channel: Record<string, unknown> } };
  expect(rss.channel["itunes:new-feed-url"]).toBe(movedTo);
  for (const here of [`http://antenne.test${feed}`, `https://ANTENNE.test${feed}?from=here#top`]) {
    await change({ movedTo: here });
    expect((await doors.browser().get(feed)).status).toBe(200);
  }
  await change({ movedTo: null });
  const back = await doors.browser().get(feed);
  expect(back.status).toBe(200);
  expect(await back.text()).not.toContain("new-feed-url");
  const acts = (await doors.store.audit.listOf(`channel:${school.channel.id}`)).map(({ act }) => act);
  expect(acts.filter((act) => act === "channel.moved")).toHaveLength(4);
});
