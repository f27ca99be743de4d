import { randomBytes, randomUUID } from "node:crypto";
import { expect, vi } from "vitest";
import type { Cart } from "../../schemas/carts.ts";
import type { Channel } from "../../schemas/channels.ts";
import type { Family, FamilyLink } from "../../schemas/families.ts";
import type { PodcastImport } from "../../schemas/podcast-imports.ts";
import { ApiClient } from "./api-client.ts";
import { openPen, type Pen, type Staff } from "./hostile/pen.ts";
import { writeExchange } from "./hostile/write-exchange.ts";
import { writeOral } from "./hostile/write-oral.ts";
import { writeReplies } from "./hostile/write-replies.ts";
import { hostedSound } from "./imported-sounds.ts";
import { publishShow } from "./published-show.ts";
import { staffPassword } from "./school.ts";
import { scratch } from "./scratch.ts";
import type { TestStation } from "./station.ts";

const regionEmail = "m.besson@region.test";

async function enterAsRegion({ store, url, ...station }: TestStation): Promise<ApiClient> {
  const { account } = (await store.people.findCredentials(station.staffEmail))!;
  const passwordHash = (await store.people.findCredentials(account.email))!.passwordHash;
  const schoolId = await store.regionSchools.requireRegion();
  const person = { schoolId, email: regionEmail, displayName: "M. Besson", role: "region", passwordHash } as const;
  await store.people.createAccount(person);
  return new ApiClient(url).signIn(regionEmail, staffPassword);
}

async function writeSchools({ line, write }: Pen, { region }: Staff, { school }: TestStation) {
  const words = () => ({ name: line(), city: line() });
  await write(region, "PATCH /api/region/schools/:id", school.school.id, words());
  await write(region, "POST /api/region/schools", "", words());
  const listed = () => ({ schools: [["0180001D", line(), line()]] });
  await write(region, "POST /api/region/school-import-previews", "", listed());
  await write(region, "POST /api/region/school-imports", "", listed());
}

async function writeStaff({ line, write }: Pen, { admin }: Staff, { school, store, url }: TestStation) {
  await write(admin, "PATCH /api/account", "", { displayName: line() });
  await write(admin, "PUT /api/account/podcast-name", "", { name: line() });
  const credential = { id: "key", publicKey: randomBytes(32), counter: 0, transports: [] };
  await store.passkeys.add(school.admin.id, "Clé", credential, Date.now());
  await write(admin, "PATCH /api/account/passkeys/:id", "key", { name: line() });
  const invite = async (email: string) => {
    const invitation = { email, role: "teacher", classroomIds: [school.classroom.id] };
    const { url: link } = await write<{ url: string }>(admin, "POST /api/staff-invitations", "", invitation);
    return link.split("#")[1]!;
  };
  const guest = { token: await invite("petit@ecole.test"), displayName: line(), password: "le vent souffle encore" };
  await write(new ApiClient(url), "POST /api/staff-links/accept", "", guest);
  return { invitation: await invite("grand@ecole.test") };
}

async function writeClasses({ line, write }: Pen, { admin }: Staff, { school }: TestStation) {
  await write(admin, "PATCH /api/classrooms/:id", school.classroom.id, { name: line() });
  const schoolYear = "2026-2027";
  const make = () => write<{ id: string }>(admin, "POST /api/classrooms", "", { name: line(), schoolYear });
  const { id } = await make();
  await make();
  const list = () => ({ schoolYear, classrooms: [{ name: line(), pupils: [] }] });
  await write(admin, "POST /api/class-import-previews", "", list());
  await write(admin, "POST /api/class-imports", "", list());
  const noe = { firstName: "Noé", bird: "geai", colour: 4 };
  const { id: moving } = await write<{ id: string }>(admin, "POST /api/classrooms/:id/pupils", id, noe);
  const year = () => ({
    ...{ schoolYear: "2027-2028", channels: "asTheyAre", moves: [{ to: line(), pupilIds: [moving] }] },
    classrooms: [{ fate: "kept", classroomId: id, name: line() }],
  });
  await write(admin, "POST /api/school-year-previews", "", year());
  await write(admin, "POST /api/school-years", "", year());
}

async function writeRadio({ line, text, address, write }: Pen, { admin }: Staff, { school }: TestStation) {
  const words = () => ({ title: line(), description: text() });
  await write(admin, "PATCH /api/channels/:id", school.channel.id, {
    ...words(),
    visibility: "public",
  });
  const look = { language: "fr", visibility: "public", bird: "pic", colour: 2 };
  const make = "POST /api/classrooms/:id/channels";
  const { id, slug } = await write<Channel>(admin, make, school.classroom.id, { ...words(), ...look });
  await write(admin, "PATCH /api/channels/:id", id, { movedTo: address() });
  return { movedSlug: slug };
}

async function writeCarts(pen: Pen, { admin }: Staff, { school }: TestStation) {
  const { line, passage, write, note } = pen;
  using folder = scratch();
  const sound = new Uint8Array(await hostedSound(folder, "jingle.wav", 440));
  const address = `/api/classrooms/${school.classroom.id}/carts`;
  const send = async (rights: object) => {
    const fields = { title: line(), kind: "jingle", colour: "3", rights: JSON.stringify(rights) };
    const sent = await admin.upload("POST", address, sound, fields);
    expect(sent.status).toBe(201);
    note("POST /api/classrooms/:id/carts", fields);
    return (await sent.json()) as Cart;
  };
  const free = () => ({ origin: "free", author: line(), licence: line(), source: line() });
  const [first, second] = [await send(free()), await send({ origin: "other", note: passage() })];
  await write(admin, "PATCH /api/carts/:id", second.id, {
    title: line(),
    rights: { origin: "other", note: passage() },
  });
  await write(admin, "PATCH /api/carts/:id", first.id, { title: line(), rights: free() });
  await send(free());
  return first;
}

async function writeShows(pen: Pen, { admin }: Staff, station: TestStation, cart: Cart) {
  const { line, text, write } = pen;
  const { school } = station;
  const plan = () => write<{ id: string }>(admin, "POST /api/channels/:id/shows", school.channel.id, { title: line() });
  const made = await plan();
  await plan();
  const zone = { timeZone: "Europe/Paris" };
  const firstAt = new Date(Date.now() + 86_400_000).toISOString();
  const lastDay = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const slot = { title: line(), firstAt, lastDay, ...zone };
  const planned = await write<{ id: string }[]>(admin, "POST /api/channels/:id/slots", school.channel.id, slot);
  await write(admin, "PATCH /api/shows/:id/following", planned[1]!.id, { title: line(), ...zone });
  await write(admin, "PATCH /api/shows/:id", made.id, { title: line() });
  const item = {
    ...{ id: randomUUID(), title: line(), kind: "speech", plannedSeconds: 60, prompterText: text() },
    ...{ speakers: [school.pupils[0].id], cartIds: [cart.id] },
    moves: { microphones: "keep", bed: "keep", gains: [], cartsGainDb: null },
  };
  await write(admin, "PUT /api/shows/:id/rundown", made.id, { revision: 0, items: [item] });
  return made.id;
}

async function writeEpisode(pen: Pen, { admin }: Staff, station: TestStation, cart: Cart) {
  const { line, text, write } = pen;
  const doors = { ...station, clock: { now: Date.now() - 60_000 } };
  const { episodeId, recordingId } = await publishShow(doors, station.school.show.id, { seconds: 20 });
  await station.store.cartPlays.note(recordingId, cart, 0.5);
  const chapters = [{ startSeconds: 0, title: line() }];
  const soundbites = [{ startSeconds: 1, durationSeconds: 15, title: line() }];
  const words = { title: line(), description: text(), chapters, soundbites };
  await write(admin, "PATCH /api/episodes/:id", episodeId, words);
  await write(admin, "PUT /api/episodes/:id/transcript", episodeId, { text: text() });
  return episodeId;
}

async function writeImport({ line, write }: Pen, { admin }: Staff, { school }: TestStation) {
  using folder = scratch();
  const path = `/api/channels/${school.channel.id}/file-imports`;
  const { id } = (await (await admin.post(path)).json()) as PodcastImport;
  const tags = { title: line(), comment: line() };
  const sound = new Uint8Array(await hostedSound(folder, "a.mp3", 440, { tags }));
  const name = `2024-09-02 ${line().replaceAll("/", "∕")}.mp3`;
  expect((await admin.upload("POST", `/api/podcast-imports/${id}/files`, sound, { name })).status).toBe(201);
  const answer = { reach: "class", words: line() };
  await write(admin, "POST /api/podcast-imports/:id/start", id, { answer, isChannelToo: false });
  await vi.waitFor(
    async () => {
      const told = (await (await admin.get(`/api/podcast-imports/${id}`)).json()) as PodcastImport;
      expect(told.state).toBe("done");
    },
    { timeout: 60_000, interval: 100 },
  );
  await write(admin, "PUT /api/podcast-imports/:id/voices", id, { reach: "public", words: line() });
}

async function writeFamily({ line, write }: Pen, { admin }: Staff, { school, url }: TestStation) {
  const [awa, jules] = school.pupils;
  const paper = { scope: "public", givenBy: line(), givenOn: "2026-11-16" };
  await write(admin, "POST /api/pupils/:id/consents", jules.id, paper);
  const wish = { language: "fr", pupilIds: [awa.id] };
  const family = await write<Family>(admin, "POST /api/classrooms/:id/families", school.classroom.id, wish);
  const { pin } = (await (await admin.post(`/api/families/${family.id}/pins`)).json()) as { pin: string };
  const links = await admin.get(`/api/classrooms/${school.classroom.id}/family-links`);
  const token = ((await links.json()) as FamilyLink[])[0]!.url.split("#")[1]!;
  const phone = new ApiClient(url);
  expect((await phone.post("/api/family-sessions", { token, pin })).status).toBe(201);
  await write(phone, "POST /api/family/voices/:id", awa.id, { scope: "public", givenBy: line(), pin });
  return { family: { token, pin }, phone };
}

/** Writes hostile text into every field of a station that a person can fill, through its doors; `written` tells which mark stands in which field. */
export async function writeEverywhere(station: TestStation) {
  const pen = openPen();
  const people = { admin: await station.asAdmin(), region: await enterAsRegion(station) };
  await writeSchools(pen, people, station);
  const { invitation } = await writeStaff(pen, people, station);
  const { movedSlug } = await writeRadio(pen, people, station);
  const { family, phone } = await writeFamily(pen, people, station);
  const cart = await writeCarts(pen, people, station);
  const showId = await writeShows(pen, people, station, cart);
  await writeReplies(pen, people, phone, showId);
  await writeExchange(pen, people, station.school.classroom.id, showId);
  const oral = await writeOral(pen, people, station);
  const episodeId = await writeEpisode(pen, people, station, cart);
  await writeImport(pen, people, station);
  await writeClasses(pen, people, station);
  // Whoever looks for a radio is told what they looked for.
  const search = pen.line();
  pen.note("GET /radios", { q: search });
  return { written: pen.written, regionEmail, invitation, family, showId, episodeId, movedSlug, oral, search };
}
