import { expect, test, vi } from "vitest";
import type { Family, FamilyHome } from "../../../schemas/families.ts";
import { hashToken } from "../../../server/access/session-token.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openFamilySchool } from "../../support/family.ts";
import { openPublishedSchool } from "../../support/published-school.ts";
import { seedSchool } from "../../support/school.ts";

/** A class of three, and the family of the first child with its phone. */
async function openFamily() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const families = await openFamilySchool(doors, school);
  const family = await families.make([school.pupils[0].id]);
  const token = await families.tokenOf(family);
  return { doors, school, ...families, family, token, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

const home = async (phone: { get(path: string): Promise<Response> }) =>
  (await (await phone.get("/api/family")).json()) as FamilyHome;

test("a slip's link opens the family's page: their children, and the channels that are for families", async () => {
  await using house = await openFamily();
  const { school, token } = house;
  const hidden = { title: "Radio des coulisses", description: "", language: "fr", bird: "pic", colour: 2 } as const;
  await house.doors.store.channels.create(school.classroom.id, school.school.name, { ...hidden, visibility: "class" });
  const seen = await home(await house.enter(token));
  expect(seen).toMatchObject({
    language: "fr",
    hasPin: false,
    school: { city: "Vierzon" },
    children: [{ firstName: "Awa", classroomName: "CM2" }],
    channels: [{ channel: { title: "Radio Hirondelle" }, classroomName: "CM2", liveShow: null, episodes: [] }],
  });
  expect(JSON.stringify(seen)).not.toContain("Jules");
});

test("a slip's code opens the same page however it is typed, and ends with the link", async () => {
  await using house = await openFamily();
  const code = (await house.slipCodeOf(house.family))!;
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  const mistaken = code.replace("-", " ").replaceAll("0", "o").replaceAll("1", "l").toLowerCase();
  for (const typed of [code, mistaken, ` ${code.replace("-", "")} `]) {
    expect((await home(await house.enter(typed))).children.map(({ firstName }) => firstName)).toEqual(["Awa"]);
  }
  await house.teacher.post(`/api/families/${house.family.id}/links`);
  const late = await house.doors.browser().post("/api/family-sessions", { token: code });
  expect(await refusalIn(late)).toEqual([404, "family.link_unknown"]);
  expect(await house.slipCodeOf(house.family)).not.toBe(code);
});

test("a slip's code cannot be found from the database alone", async () => {
  await using house = await openFamily();
  const code = (await house.slipCodeOf(house.family))!;
  const row = await house.doors.store.families.linkOf(house.family.id);
  // Forty bits alone are found in minutes: the hash has to need the station's key.
  expect(row.codeHash).not.toBe(hashToken(code));
  expect(row.codeHash).not.toBe(hashToken(code.replace("-", "")));
});

test("a family hears the episodes of its children's channel, with cover and chapters, and no other class's", async () => {
  await using published = await openPublishedSchool({ visibility: "family" });
  const { doors, school, channel, episode } = published;
  const { make, tokenOf, enter } = await openFamilySchool(doors, school);
  const other = await seedSchool(doors.store, { name: "École des Tilleuls", now: doors.clock.now });
  await doors.store.channels.change(other.channel.id, { visibility: "family" });
  const phone = await enter(await tokenOf(await make([school.pupils[0].id])));
  const mp3 = episode.enclosures.find(({ format }) => format === "mp3")!.url;
  const open = [
    `/api/channels/${channel.slug}`,
    `/api/channels/${channel.slug}/live`,
    `/api/episodes/${episode.id}`,
    `/api/episodes/${episode.id}/chapters.json`,
    `/media/covers/channels/${channel.id}/${channel.coverVersion}.jpg`,
    episode.coverUrl,
    episode.peaksUrl!,
    mp3,
  ];
  for (const path of open) expect([path, (await phone.get(path)).status]).toEqual([path, 200]);
  for (const path of open) expect([path, (await doors.browser().get(path)).status]).toEqual([path, 404]);
  expect((await home(phone)).channels[0]?.episodes.map(({ id }) => id)).toEqual([episode.id]);
  expect((await phone.get(`/api/channels/${other.channel.slug}`)).status).toBe(404);
});

test("an episode or a channel for the class only is nowhere for its families", async () => {
  await using published = await openPublishedSchool({ visibility: "family" });
  const { doors, school, channel, episode } = published;
  const { make, tokenOf, enter } = await openFamilySchool(doors, school);
  const phone = await enter(await tokenOf(await make([school.pupils[0].id])));
  await doors.newsroom.archive.change(episode.id, { visibility: "class" }, { role: "visitor" });
  expect((await home(phone)).channels[0]?.episodes).toEqual([]);
  expect((await phone.get(episode.enclosures[0]!.url)).status).toBe(404);
  await doors.store.channels.change(channel.id, { visibility: "class" });
  expect((await home(phone)).channels).toEqual([]);
  expect(await refusalIn(await phone.get(`/api/channels/${channel.slug}`))).toEqual([404, "channel.not_found"]);
});

test("a family opens nothing else: no class, no show, no studio, no other family", async () => {
  await using house = await openFamily();
  const { school, family } = house;
  const phone = await house.enter(house.token);
  const closed = [
    "/api/classrooms",
    `/api/classrooms/${school.classroom.id}`,
    `/api/classrooms/${school.classroom.id}/families`,
    `/api/classrooms/${school.classroom.id}/consents`,
    `/api/shows/${school.show.id}`,
    `/api/shows/${school.show.id}/rundown`,
    `/api/channels/${school.channel.id}/all-episodes`,
  ];
  for (const path of closed) expect(await refusalIn(await phone.get(path))).toEqual([403, "session.forbidden"]);
  expect(await refusalIn(await phone.patch(`/api/families/${family.id}`, { language: "en" }))).toEqual([
    404,
    "family.not_found",
  ]);
  expect(await (await phone.get("/api/sessions/current")).json()).toMatchObject({
    kind: "family",
    familyId: family.id,
  });
});

test("a renewed link shuts the former one and every phone that it let in; one taken back leaves none", async () => {
  await using house = await openFamily();
  const { teacher, family, token } = house;
  const phone = await house.enter(token);
  expect((await teacher.post(`/api/families/${family.id}/links`)).status).toBe(201);
  expect(await refusalIn(await phone.get("/api/family"))).toEqual([401, "session.expired"]);
  await expect(house.enter(token)).rejects.toThrow("family.link_unknown");
  const renewed = await house.tokenOf(family);
  expect(renewed).not.toBe(token);
  await house.enter(renewed);
  expect(await (await teacher.delete(`/api/families/${family.id}/link`)).json()).toMatchObject({ hasLink: false });
  expect(await house.tokenOf(family)).toBeUndefined();
  await expect(house.enter(renewed)).rejects.toThrow("family.link_unknown");
});

test("a slip is printed again with the same link, of which the database keeps the hash only", async () => {
  await using house = await openFamily();
  expect(await house.tokenOf(house.family)).toBe(house.token);
  expect(house.token).toMatch(/^[\w-]{22}$/);
  const row = await house.doors.database.selectFrom("family").selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(house.token);
  const { rows } = { rows: await house.doors.database.selectFrom("audit").selectAll().execute() };
  expect(JSON.stringify(rows)).not.toContain(house.token);
});

test("with a PIN the slip alone opens nothing; five wrong ones close the link for an hour, to the right one too", async () => {
  await using house = await openFamily();
  const { teacher, family, token } = house;
  const { pin } = (await (await teacher.post(`/api/families/${family.id}/pins`)).json()) as { pin: string };
  expect(pin).toMatch(/^\d{4}$/);
  expect((await house.list())[0]).toMatchObject({ hasPin: true });
  await expect(house.enter(token)).rejects.toThrow("403,family.pin_missing");
  await house.enter(token, pin);
  const wrong = pin === "0000" ? "0001" : "0000";
  for (let guess = 0; guess < 5; guess += 1) {
    await expect(house.enter(token, wrong)).rejects.toThrow("403,family.pin_wrong");
  }
  await expect(house.enter(token, pin)).rejects.toThrow("429,request.too_many");
});

test("a link that is taken back while its PIN is checked lets no phone in", async () => {
  await using house = await openFamily();
  const { teacher, family, token, doors } = house;
  const { families } = doors.store;
  const { pin } = (await (await teacher.post(`/api/families/${family.id}/pins`)).json()) as { pin: string };
  const find = families.findByLink;
  vi.spyOn(families, "findByLink").mockImplementationOnce(async (hash) => {
    const linked = await find(hash);
    await teacher.delete(`/api/families/${family.id}/link`);
    return linked;
  });
  const phone = doors.browser();
  expect(await refusalIn(await phone.post("/api/family-sessions", { token, pin }))).toEqual([
    404,
    "family.link_unknown",
  ]);
  expect(await refusalIn(await phone.get("/api/family"))).toEqual([401, "session.missing"]);
  const left = doors.database.selectFrom("session").selectAll().where("familyId", "=", family.id);
  expect(await left.execute()).toEqual([]);
});

test("links that nobody gave are refused, and after forty of them the address waits", async () => {
  await using house = await openFamily();
  for (let guess = 0; guess < 40; guess += 1) {
    await expect(house.enter(`guess-${guess}`)).rejects.toThrow("404,family.link_unknown");
  }
  await expect(house.enter(house.token)).rejects.toThrow("429,request.too_many");
});

test("brothers and sisters of two classes share one link, when somebody answers for both", async () => {
  await using house = await openFamily();
  const { doors, school, family, teacher } = house;
  const { people, classrooms } = doors.store;
  const issue = () => ({ code: "PIC 1111", codeExpiresAt: doors.clock.now + 1 });
  const other = await classrooms.create(school.school.id, { name: "CP", schoolYear: "2026-2027" }, issue);
  const small = await people.addPupil(other.id, { firstName: "Malik", bird: "pic", colour: 4 });
  const path = `/api/families/${family.id}/children/${small.id}`;
  expect(await refusalIn(await teacher.put(path))).toEqual([403, "session.forbidden"]);
  const admin = await doors.asAdmin(school);
  const both = (await (await admin.put(path)).json()) as Family;
  expect(both.children.map(({ firstName, classroomName }) => `${firstName} ${classroomName}`)).toEqual([
    "Awa CM2",
    "Malik CP",
  ]);
  await doors.store.channels.create(other.id, school.school.name, {
    ...{ title: "Radio Puce", description: "", language: "fr", visibility: "family", bird: "pic", colour: 3 },
  });
  const seen = await home(await house.enter(house.token));
  expect(seen.channels.map(({ channel }) => channel.title).sort()).toEqual(["Radio Hirondelle", "Radio Puce"]);
  expect((await admin.delete(path)).status).toBe(204);
  expect((await house.list())[0]?.children).toHaveLength(1);
});

test("a family goes with its last child, and its phones with it", async () => {
  await using house = await openFamily();
  const phone = await house.enter(house.token);
  await house.teacher.delete(`/api/pupils/${house.school.pupils[0].id}`);
  expect(await house.list()).toEqual([]);
  expect(await refusalIn(await phone.get("/api/family"))).toEqual([401, "session.expired"]);
});

test("a family is made of children of the class only", async () => {
  await using house = await openFamily();
  const other = await house.doors.seedSchool();
  const foreign = { language: "fr", pupilIds: [other.pupils[0].id] };
  const path = `/api/classrooms/${house.school.classroom.id}/families`;
  expect(await refusalIn(await house.teacher.post(path, foreign))).toEqual([404, "pupil.not_found"]);
});

test("what is done with a link is written down, without its token", async () => {
  await using house = await openFamily();
  const { teacher, family, doors } = house;
  await teacher.post(`/api/families/${family.id}/pins`);
  await teacher.delete(`/api/families/${family.id}/pin`);
  await teacher.post(`/api/families/${family.id}/links`);
  await teacher.delete(`/api/families/${family.id}/link`);
  const acts = (await doors.store.audit.listOf(`family:${family.id}`)).map(({ act }) => act).reverse();
  expect(acts).toEqual([
    ...["family.linkMade", "family.pinDrawn", "family.pinRemoved", "family.linkRenewed", "family.linkRevoked"],
  ]);
});
