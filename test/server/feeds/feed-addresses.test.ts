import { expect, test } from "vitest";
import type { ClassFeedAddress, ClassSubscriptions, FeedAddress } from "../../../schemas/feed-addresses.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openFamilySchool } from "../../support/family.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

/** A channel for families with an episode, a family's phone, and an app without a cookie. */
async function openAddresses() {
  const published = await openPublishedSchool({ visibility: "family" });
  const { doors, school, channel, episode } = published;
  const families = await openFamilySchool(doors, school);
  const family = await families.make([school.pupils[0].id]);
  const phone = await families.enter(await families.tokenOf(family));
  const app = doors.browser();
  const own = "/api/family/feed-addresses";
  const ofClass = `/api/classrooms/${school.classroom.id}/feed-addresses`;
  const list = async () => (await (await phone.get(own)).json()) as FeedAddress[];
  const another = async () => (await (await phone.post(own, { device: "tablet" })).json()) as FeedAddress;
  const subscriptions = async () => (await (await families.teacher.get(ofClass)).json()) as ClassSubscriptions;
  const ofTeacher = async (isOwn: boolean) =>
    (await (await families.teacher.post(ofClass, { device: "computer", isOwn })).json()) as ClassFeedAddress;
  /** Every kind of address that stands in a feed, and the feed itself. */
  const all = (prefix: string | null) => [
    `${prefix}/feeds/${channel.slug}.xml`,
    `${prefix}/feeds/${channel.slug}.ics`,
    `${prefix}${episode.enclosures[0]!.url}`,
    `${prefix}${episode.enclosures[0]!.url.replace(/[^/]+$/, "chapters.json")}`,
    `${prefix}${episode.coverUrl}`,
    `${prefix}/live/${channel.slug}.mp3`,
  ];
  // Nothing is on air: who may hear is told so in words, a stranger only that there is no such radio.
  const opens = async (prefix: string | null, who: ApiClient = app) => {
    const answers = await Promise.all(all(prefix).map((path) => who.get(path)));
    return answers.map(
      ({ status, headers }) => status === 200 || headers.get("content-type")?.startsWith("text/plain"),
    );
  };
  return {
    ...published,
    ...families,
    family,
    phone,
    app,
    own,
    ofClass,
    list,
    another,
    subscriptions,
    ofTeacher,
    opens,
  };
}

const open = [true, true, true, true, true, true];
const shut = open.map(() => false);

test("a family has an address for each device, and stopping one stops feed, sound, chapters, cover and live of that one alone", async () => {
  await using house = await openAddresses();
  const tablet = await house.another();
  const [first] = await house.list();
  expect(tablet.prefix).not.toBe(first!.prefix);
  expect([await house.opens(first!.prefix), await house.opens(tablet.prefix)]).toEqual([open, open]);
  expect((await house.phone.delete(`${house.own}/${tablet.id}`)).status).toBe(204);
  expect([await house.opens(first!.prefix), await house.opens(tablet.prefix)]).toEqual([open, shut]);
  expect((await house.phone.delete(`${house.own}/${first!.id}`)).status).toBe(204);
  expect(await house.opens(first!.prefix)).toEqual(shut);
  expect(await house.list()).toEqual([]);
  const page = (await (await house.phone.get(`/api/channels/${house.channel.slug}`)).json()) as { feed: unknown };
  expect(page.feed).toBeNull();
});

test("an address stays the same for as long as it lives, so that no app sees an episode twice", async () => {
  await using house = await openAddresses();
  const { prefix } = await house.another();
  const feed = async () => (await house.app.get(`${prefix}/feeds/${house.channel.slug}.xml`)).text();
  const before = await feed();
  await house.another();
  house.doors.clock.now += 40 * 86_400_000;
  expect((await house.list()).map((address) => address.prefix)).toContain(prefix);
  const enclosures = (xml: string) => [...xml.matchAll(/<enclosure [^>]*\/media\/[^>]+>/g)].map(([tag]) => tag);
  expect(enclosures(await feed())).toEqual(enclosures(before));
});

test("an address that was stopped gives nothing either of a radio that everybody may hear", async () => {
  await using house = await openAddresses();
  const tablet = await house.another();
  await house.phone.delete(`${house.own}/${tablet.id}`);
  await house.doors.store.channels.change(house.channel.id, { visibility: "public" });
  expect([await house.opens(tablet.prefix), await house.opens("")]).toEqual([shut, open]);
});

test("a renewed link ends all addresses of the family", async () => {
  await using house = await openAddresses();
  const { prefix } = await house.another();
  await house.teacher.post(`/api/families/${house.family.id}/links`);
  expect(await house.opens(prefix)).toEqual(shut);
});

test("no family stops another one's address, nor has more than twelve", async () => {
  await using house = await openAddresses();
  const tablet = await house.another();
  const neighbours = await house.enter(await house.tokenOf(await house.make([house.school.pupils[1].id])));
  await neighbours.delete(`${house.own}/${tablet.id}`);
  expect(await house.opens(tablet.prefix)).toEqual(open);
  for (let count = 2; count < 12; count += 1) await house.another();
  expect(await refusalIn(await house.phone.post(house.own, { device: "phone" }))).toEqual([
    409,
    "feed.too_many_addresses",
  ]);
});

test("the teacher sees how many addresses of families are used, not whose, and stops them all without touching the links", async () => {
  await using house = await openAddresses();
  const tablet = await house.another();
  expect((await house.subscriptions()).ofFamilies).toBe(0);
  for (let count = 0; count < 2; count += 1) await house.app.get(`${tablet.prefix}/feeds/${house.channel.slug}.xml`);
  const told = await house.subscriptions();
  expect(told).toEqual({ ofFamilies: 1, addresses: [] });
  expect(JSON.stringify(told)).not.toContain(house.family.id);
  expect((await house.list()).map(({ isUsed }) => isUsed)).toEqual([false, true]);
  await house.teacher.delete(house.ofClass.replace("/feed-addresses", "/family-feed-addresses"));
  expect([await house.opens(tablet.prefix), await house.list()]).toEqual([shut, []]);
  expect((await house.phone.get("/api/family")).status).toBe(200);
  expect(await house.opens((await house.another()).prefix)).toEqual(open);
});

test("a class's own address hears what is for the class; a family's does not", async () => {
  await using house = await openAddresses();
  const [family] = await house.list();
  const ofDevices = await house.ofTeacher(false);
  await house.doors.store.channels.change(house.channel.id, { visibility: "class" });
  expect([await house.opens(ofDevices.prefix), await house.opens(family!.prefix)]).toEqual([open, shut]);
  expect((await house.teacher.delete(`${house.ofClass}/${ofDevices.id}`)).status).toBe(204);
  expect(await house.opens(ofDevices.prefix)).toEqual(shut);
});

test("a teacher stops an address of their own, and none of a colleague's", async () => {
  await using house = await openAddresses();
  const { id, prefix } = await house.ofTeacher(true);
  const admin = await house.doors.asAdmin(house.school);
  await admin.delete(`${house.ofClass}/${id}`);
  expect(await house.opens(prefix)).toEqual(open);
  await house.teacher.delete(`${house.ofClass}/${id}`);
  expect(await house.opens(prefix)).toEqual(shut);
});

test("a teacher's own address hears no draft, no other class, and ends when they leave the class", async () => {
  await using house = await openAddresses();
  const { prefix } = await house.ofTeacher(true);
  expect(await house.opens(prefix)).toEqual(open);
  await house.teacher.delete(`/api/episodes/${house.episode.id}/publication`);
  expect((await house.app.get(`${prefix}${house.episode.enclosures[0]!.url}`)).status).toBe(404);
  const other = await house.doors.seedSchool();
  expect((await house.app.get(`${prefix}/feeds/${other.channel.slug}.xml`)).status).toBe(404);
  expect((await house.app.get(`${prefix}/feeds/${house.channel.slug}.xml`)).status).toBe(200);
  await house.doors.database.deleteFrom("membership").execute();
  expect((await house.app.get(`${prefix}/feeds/${house.channel.slug}.xml`)).status).toBe(404);
});

test("an admin has an address of their own of a class that they do not teach, for as long as they lead the school", async () => {
  await using house = await openAddresses();
  const admin = await house.doors.asAdmin(house.school);
  const made = await admin.post(house.ofClass, { device: "phone", isOwn: true });
  const { prefix } = (await made.json()) as ClassFeedAddress;
  expect([made.status, await house.opens(prefix)]).toEqual([201, open]);
  await house.doors.database.updateTable("account").set({ deactivatedAt: 1 }).where("role", "=", "admin").execute();
  expect(await house.opens(prefix)).toEqual(shut);
});

test("two subscribers get the same episodes, and neither the other's address: not in the text, not by a cache on the way", async () => {
  await using house = await openAddresses();
  const tablet = await house.another();
  const [first] = await house.list();
  const answers = await Promise.all(
    [first!, tablet].map(({ prefix }) => house.app.get(`${prefix}/feeds/${house.channel.slug}.xml`)),
  );
  const [mine, theirs] = await Promise.all(answers.map((answer) => answer.text()));
  expect(mine!.replaceAll(first!.prefix!, "")).toContain("<enclosure");
  expect(mine).not.toContain(tablet.prefix);
  expect(theirs).not.toContain(first!.prefix);
  const [tag, other] = answers.map(({ headers }) => headers.get("etag"));
  expect(tag).not.toBe(other);
  expect(answers.map(({ headers }) => headers.get("cache-control"))).toEqual([
    "private, no-cache",
    "private, no-cache",
  ]);
});
