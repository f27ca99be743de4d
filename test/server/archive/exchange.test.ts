import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Cart } from "../../../schemas/carts.ts";
import type { ClassExchange, Offer } from "../../../schemas/exchange.ts";
import type { ChannelPage } from "../../../schemas/listening.ts";
import { RecordingId, RundownItemId } from "../../../schemas/ids.ts";
import type { RundownItem } from "../../../schemas/rundown.ts";
import { newId } from "../../../server/store/new-id.ts";
import { type ApiClient, refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { hostedSound } from "../../support/imported-sounds.ts";
import { giveConsent } from "../../support/school.ts";
import { scratch } from "../../support/scratch.ts";

type Doors = Awaited<ReturnType<typeof openDoors>>;
const json = async <Thing>(answer: Response): Promise<Thing> => (await answer.json()) as Thing;

/** Two schools, and the teacher of a class in each. */
async function openSchools(doors: Doors) {
  const [giver, taker] = [await doors.seedSchool(), await doors.seedSchool()];
  const [gives, takes] = [await doors.asTeacher(giver), await doors.asTeacher(taker)];
  const at = (id: string) => `/api/classrooms/${id}`;
  const wish = { title: "Notre jingle", words: "", reach: "region", areNamesSeen: false };
  return {
    ...{ giver, taker, gives, takes },
    own: async (): Promise<ClassExchange> => json(await gives.get(`${at(giver.classroom.id)}/exchange`)),
    taken: async (): Promise<ClassExchange> => json(await takes.get(`${at(taker.classroom.id)}/exchange`)),
    offer: (kind: string, sourceId: string, more: object = {}) =>
      gives.post(`${at(giver.classroom.id)}/offers`, { ...wish, kind, sourceId, ...more }),
    catalogue: async (query = ""): Promise<Offer[]> =>
      json(await takes.get(`${at(taker.classroom.id)}/catalogue${query}`)),
    take: (id: string, channelId: string | null = null) =>
      takes.post(`${at(taker.classroom.id)}/catalogue/${id}/copies`, { channelId }),
    shelf: async (): Promise<Cart[]> => json(await takes.get(`${at(taker.classroom.id)}/carts`)),
  };
}
type Schools = Awaited<ReturnType<typeof openSchools>>;

async function addCart(who: ApiClient, classroomId: string, rights: object, title = "Jingle"): Promise<Cart> {
  using folder = scratch();
  const sound = new Uint8Array(await hostedSound(folder, "jingle.mp3", 440));
  const fields = { title, kind: "jingle", colour: "3", rights: JSON.stringify(rights) };
  const added = await who.upload("POST", `/api/classrooms/${classroomId}/carts`, sound, fields);
  return await json(added);
}

const item = (part: Partial<RundownItem>): RundownItem => ({
  ...{ id: newId(RundownItemId), title: "Le mot du jour", kind: "speech", plannedSeconds: 60 },
  ...{ speakers: [], prompterText: "", cartIds: [] },
  moves: { microphones: "speakers", bed: "keep", gains: [], cartsGainDb: null },
  ...part,
});

/** A sound of the giver in which Awa speaks. */
async function spokenCart(doors: Doors, { giver, gives }: Schools) {
  const cart = await addCart(gives, giver.classroom.id, { origin: "own" });
  await doors.store.spokenCarts.note(cart.id, [giver.pupils[0].id]);
  return cart;
}

test("a class's jingle is heard and taken by a class of another school, whose credit cannot be taken off it", async () => {
  await using doors = await openDoors();
  const schools = await openSchools(doors);
  const { giver, taker, gives, takes } = schools;
  const free = { origin: "free", author: "K. Macleod", licence: "CC BY 4.0", source: "" };
  for (const [rights, title] of [
    [{ origin: "own" }, "À nous"],
    [free, "Libre"],
  ] as const) {
    const { id } = await addCart(gives, giver.classroom.id, rights);
    expect((await schools.offer("cart", id, { title })).status).toBe(201);
  }
  expect(await schools.catalogue("?q=jazz")).toEqual([]);
  const [second, first] = await schools.catalogue("?kind=cart");
  expect(first).toMatchObject({ title: "À nous", credit: "CM2, École des Marronniers, Vierzon", isTaken: false });
  const heard = await takes.get(first!.sounds[0]!.url);
  expect([heard.status, heard.headers.get("content-type")]).toEqual([200, "audio/mpeg"]);
  for (const { id } of [first!, second!]) expect((await schools.take(id)).status).toBe(201);
  const [own, other] = await schools.shelf();
  const credit = first!.credit;
  expect(own!.rights).toEqual({ origin: "free", author: credit, licence: "Échange entre classes", source: "" });
  expect(other!.rights).toEqual({ ...free, source: credit });
  const change = (part: object) => takes.patch(`/api/carts/${own!.id}`, part);
  expect(await refusalIn(await change({ rights: { origin: "own" } }))).toEqual([409, "offer.credit_stays"]);
  expect((await change({ title: "Notre matin", rights: own!.rights })).status).toBe(200);
  // What was taken is not given on: it is offered where it is at home.
  const again = { kind: "cart", sourceId: own!.id, title: "À moi", words: "", reach: "region", areNamesSeen: true };
  const onward = await takes.post(`/api/classrooms/${taker.classroom.id}/offers`, again);
  expect(await refusalIn(onward)).toEqual([409, "offer.not_own"]);
  const [told] = (await schools.own()).offers.filter(({ title }) => title === "À nous");
  expect(told).toMatchObject({ classes: 1, isOut: true });
  const acts = await doors.store.audit.listOf(`classroom:${taker.classroom.id}`);
  expect(acts.map(({ act }) => act)).toEqual(["exchange.taken", "exchange.taken"]);
  // Taken back, it is in no catalogue; whoever has it keeps it.
  expect((await gives.delete(`/api/classrooms/${giver.classroom.id}/offers/${told!.id}`)).status).toBe(204);
  expect((await takes.get(first!.sounds[0]!.url)).status).toBe(404);
  expect((await schools.catalogue()).map(({ title }) => title)).toEqual(["Libre"]);
  expect(await schools.shelf()).toHaveLength(2);
  expect(doors.bugs).toEqual([]);
});

test("only sounds that may be given are offered, to the school or to all, and to nobody else", async () => {
  await using doors = await openDoors();
  const schools = await openSchools(doors);
  const { giver, gives, takes, taker } = schools;
  const bought = await addCart(gives, giver.classroom.id, { origin: "other", note: "Sacem" });
  expect(await refusalIn(await schools.offer("cart", bought.id))).toEqual([409, "offer.sound_not_free"]);
  const left = await addCart(gives, giver.classroom.id, { origin: "own" });
  const foreign = await addCart(takes, taker.classroom.id, { origin: "own" });
  expect(await refusalIn(await schools.offer("cart", foreign.id))).toEqual([404, "cart.not_found"]);
  expect((await schools.offer("cart", left.id, { reach: "school" })).status).toBe(201);
  expect(await schools.catalogue()).toEqual([]);
  const [own] = (await schools.own()).offers;
  expect(await refusalIn(await schools.take(own!.id))).toEqual([404, "offer.not_found"]);
});

test("a rundown goes without its pupils and their names, and keeps its credit in every show that begins with it", async () => {
  await using doors = await openDoors();
  const schools = await openSchools(doors);
  const { giver, gives, takes, taker } = schools;
  const cart = await addCart(gives, giver.classroom.id, { origin: "own" }, "Le rire de Jules");
  const [awa] = giver.pupils;
  const items = [
    item({ title: "La chronique d’Awa", speakers: [awa.id, "teacher"], cartIds: [cart.id], prompterText: "Ici Lina." }),
    item({ moves: { ...item({}).moves, bed: cart.id, gains: [{ speaker: awa.id, gainDb: 3 }] } }),
  ];
  await gives.put(`/api/shows/${giver.show.id}/rundown`, { revision: 0, items });
  const named = await schools.offer("series", giver.show.id, { title: "Le journal d’Awa" });
  expect(await json(named)).toEqual({ error: "offer.names", names: ["Awa"] });
  expect((await schools.offer("rundown", giver.show.id, { title: "Le journal" })).status).toBe(201);
  expect((await schools.offer("series", giver.show.id, { title: "La série d’Awa", areNamesSeen: true })).status).toBe(
    201,
  );
  const [series, rundown] = await schools.catalogue();
  expect(JSON.stringify([series!.parts, series!.sounds, rundown])).not.toMatch(/Awa|Lina|Jules/);
  for (const { id } of [rundown!, series!]) expect((await schools.take(id)).status).toBe(201);
  const { templates } = await schools.taken();
  expect(JSON.stringify(templates)).not.toContain(awa.id);
  const [withSounds, plain] = templates;
  const [copy] = await schools.shelf();
  expect(copy!.title).toBe("Le rire de …");
  expect(plain!.items.map(({ cartIds, moves }) => [cartIds, moves.bed])).toEqual([
    [[], "keep"],
    [[], "keep"],
  ]);
  expect(withSounds!.items.map(({ cartIds, moves }) => [cartIds, moves.bed])).toEqual([
    [[copy!.id], "keep"],
    [[], copy!.id],
  ]);
  expect(withSounds!.items[0]).toMatchObject({ speakers: ["teacher"], prompterText: "Ici …." });
  const place = `/api/shows/${taker.show.id}/rundown`;
  const begun = { revision: 0, items: withSounds!.items, templateId: withSounds!.id };
  expect(await json(await takes.put(place, begun))).toMatchObject({ credit: series!.credit });
  expect(await json(await takes.put(place, { revision: 1, items: [] }))).toMatchObject({ credit: series!.credit });
  // A template of another class gives nothing away.
  const strange = { revision: 0, items: [], templateId: withSounds!.id };
  const [, other] = [await doors.seedSchool(), await doors.seedSchool()];
  const teacher = await doors.asTeacher(other);
  expect(await json(await teacher.put(`/api/shows/${other.show.id}/rundown`, strange))).not.toHaveProperty("credit");
  expect(doors.bugs).toEqual([]);
});

test("a class whose shelf is full takes no series, and nothing of it is left", async () => {
  await using doors = await openDoors();
  const schools = await openSchools(doors);
  const { giver, gives, taker } = schools;
  const cart = await addCart(gives, giver.classroom.id, { origin: "own" });
  await gives.put(`/api/shows/${giver.show.id}/rundown`, { revision: 0, items: [item({ cartIds: [cart.id] })] });
  await schools.offer("series", giver.show.id);
  const [series] = await schools.catalogue();
  await doors.newsroom.schoolRooms.choose({ classroomId: taker.classroom.id }, 0);
  expect(await refusalIn(await schools.take(series!.id))).toEqual([507, "classroom.no_room"]);
  expect(await schools.taken()).toMatchObject({ templates: [] });
  expect(await schools.shelf()).toEqual([]);
});

test("a pupil who speaks in a sound decides in every class how far it goes, and nobody there is told who they are", async () => {
  await using doors = await openDoors();
  const schools = await openSchools(doors);
  const { giver, taker, takes } = schools;
  const [awa] = giver.pupils;
  const { store, clock, directory } = doors;
  const answer = (scope: "class" | "public") => giveConsent(store, awa.id, scope, clock.now);
  const cart = await spokenCart(doors, schools);
  await answer("class");
  expect(await refusalIn(await schools.offer("cart", cart.id))).toEqual([409, "consent.too_narrow"]);
  await answer("public");
  await schools.offer("cart", cart.id);
  const [offer] = await schools.catalogue();
  expect((await schools.take(offer!.id)).status).toBe(201);
  const [copy] = await schools.shelf();
  expect(await store.spokenCarts.tooNarrowFor(taker.classroom.id, "public")).toEqual(new Set());

  const recordingId = RecordingId.parse(randomUUID());
  const row = { id: recordingId, showId: taker.show.id, directory: "recordings/none", startedAt: 0, endedAt: 1 };
  await doors.database.insertInto("recording").values(row).execute();
  await store.cartPlays.note(recordingId, copy!, 1);
  const ofShow = { channelId: taker.channel.id, showId: taker.show.id, recordedAt: clock.now, title: "Awa la tortue" };
  const episodeId = await store.episodes.create({ ...ofShow, recordingId });
  expect(await store.voices.inEpisode(episodeId)).toMatchObject([
    { pupilId: awa.id, name: null, leftOut: null, scope: "public" },
  ]);

  await answer("class");
  expect(await schools.catalogue()).toEqual([]);
  expect((await takes.get(offer!.sounds[0]!.url)).status).toBe(404);
  expect(await store.spokenCarts.tooNarrowFor(taker.classroom.id, "class")).toEqual(new Set());
  expect(await store.spokenCarts.tooNarrowFor(taker.classroom.id, "family")).toEqual(new Set([copy!.id]));

  const teacher = await doors.asTeacher(giver);
  expect((await teacher.delete(`/api/pupils/${awa.id}`)).status).toBe(204);
  expect(await schools.shelf()).toEqual([]);
  expect((await readdir(join(directory, "media", "carts"))).filter((name) => name.includes(copy!.id))).toEqual([]);
  // Another class calls a tortoise so.
  expect((await store.episodes.find(episodeId))?.title ?? "Awa la tortue").toBe("Awa la tortue");
  expect(doors.bugs).toEqual([]);
});

test("an episode is heard again in another class's channel with its credit, and is gone from there whenever it is gone at home", async () => {
  await using at = await openHeardShow();
  const { doors, school: giver } = at;
  const taker = await doors.seedSchool();
  const takes = await doors.asTeacher(taker);
  const { id: episodeId } = await at.episode();
  const place = `/api/classrooms/${giver.classroom.id}`;
  const wish = { kind: "episode", sourceId: episodeId, title: "Notre émission", words: "", reach: "region" };
  const offer = () => at.teacher.post(`${place}/offers`, { ...wish, areNamesSeen: false });
  expect(await refusalIn(await offer())).toEqual([409, "offer.not_public"]);
  expect((await at.publish()).status).toBe(200);
  expect((await offer()).status).toBe(201);

  const catalogue = async () => json<Offer[]>(await takes.get(`/api/classrooms/${taker.classroom.id}/catalogue`));
  const [found] = await catalogue();
  const take = (channelId: string | null) =>
    takes.post(`/api/classrooms/${taker.classroom.id}/catalogue/${found!.id}/copies`, { channelId });
  expect(await refusalIn(await take(null))).toEqual([400, "offer.no_channel"]);
  expect(await refusalIn(await take(giver.channel.id))).toEqual([404, "channel.not_found"]);
  expect((await take(taker.channel.id)).status).toBe(201);

  const page = async () => (await json<ChannelPage>(await takes.get(`/api/channels/${taker.channel.slug}`))).episodes;
  const [heard] = await page();
  expect(heard).toMatchObject({ id: episodeId, publishedAt: new Date(doors.clock.now).toISOString() });
  expect(heard!.description).toContain("↻ CM2, École des Marronniers, Vierzon");
  const sound = heard!.enclosures[0]!.url;
  expect((await takes.get(sound)).status).toBe(200);
  await doors.store.channels.change(taker.channel.id, { visibility: "public" });
  const feedOf = async () => {
    const answer = await doors.browser().get(`/feeds/${taker.channel.slug}.xml`);
    return { text: await answer.text(), at: Date.parse(answer.headers.get("last-modified")!) };
  };
  const feed = await feedOf();
  expect(feed.text).toContain("↻ CM2, École des Marronniers, Vierzon");
  expect(feed.text).toContain(sound);

  // Jules is withdrawn: it is out of both channels at once, and comes back into both without him.
  doors.clock.now += 5_000;
  expect((await at.answer(1, "class")).status).toBe(201);
  expect(await page()).toEqual([]);
  expect(await catalogue()).toEqual([]);
  const without = await feedOf();
  expect(without.text).not.toContain(episodeId);
  expect(without.at).toBeGreaterThan(feed.at);
  await at.untilState("published");
  const [back] = await page();
  expect(back!.enclosures[0]!.url).not.toBe(sound);
  expect((await doors.browser().get(sound)).status).toBe(404);

  const replay = `/api/channels/${taker.channel.id}/replays/${episodeId}`;
  expect((await at.teacher.delete(replay)).status).toBe(404);
  const [own] = (await json<ClassExchange>(await at.teacher.get(`${place}/exchange`))).offers;
  expect((await at.teacher.delete(`${place}/offers/${own!.id}`)).status).toBe(204);
  expect(await page()).toEqual([]);
  expect((await feedOf()).at).toBeGreaterThan(without.at);
  expect((await takes.delete(replay)).status).toBe(404);
  expect(doors.bugs).toEqual([]);
}, 120_000);
