import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";
import type { Cart, ShowPads } from "../../../schemas/carts.ts";
import type { NewVoice, OwnReply, Reply } from "../../../schemas/replies.ts";
import { PupilExport } from "../../../schemas/pupil-export.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openFamilySchool } from "../../support/family.ts";
import { tagBomb, xmlBomb, zipBomb } from "../../support/hostile-files.ts";
import { giveConsent } from "../../support/school.ts";
import { filesOfZip } from "../../support/stored-zip.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A tone as browsers record it. */
async function voice(seconds: number, format = "webm", filter = "anull"): Promise<Bytes> {
  const chunks: Buffer[] = [];
  const source = `sine=880:duration=${seconds}:sample_rate=48000`;
  const codec = format === "wav" ? [] : ["-c:a", "libopus", "-b:a", "16k"];
  const args = ["-f", "lavfi", "-i", source, "-af", filter, ...codec, "-f", format, "pipe:1"];
  await runFfmpeg(args, { onOutput: (bytes) => chunks.push(bytes) });
  return new Uint8Array(Buffer.concat(chunks));
}

let doors: Awaited<ReturnType<typeof openDoors>>;
let short: Bytes;
let house: Awaited<ReturnType<typeof openHouse>>;

beforeAll(async () => {
  [doors, short] = [await openDoors(), await voice(1)];
});
afterAll(() => doors[Symbol.asyncDispose]());
beforeEach(async () => {
  house = await openHouse();
});

/** A class with a show to come, its teacher, and the phones of two of its families. */
async function openHouse() {
  const school = await doors.seedSchool();
  const { teacher, make, tokenOf, enter } = await openFamilySchool(doors, school);
  const family = await make([school.pupils[0].id], "uk");
  const [phone, other] = [
    await enter(await tokenOf(family)),
    await enter(await tokenOf(await make([school.pupils[1].id]))),
  ];
  const show = `/api/shows/${school.show.id}`;
  const left = async (client: ApiClient = phone) =>
    (await (await client.get("/api/family/replies")).json()) as OwnReply[];
  const box = async () =>
    (await (await teacher.get(`/api/classrooms/${school.classroom.id}/replies`)).json()) as Reply[];
  const carts = async () =>
    (await (await teacher.get(`/api/classrooms/${school.classroom.id}/carts`)).json()) as Cart[];
  return {
    ...{ school, teacher, family, phone, other, show, left, box, carts },
    leave: (file: Bytes, client: ApiClient = phone, voice: NewVoice = { speaker: "adult", scope: "family" }) =>
      client.upload("POST", `${show}/replies`, file, voice),
    ask: (text: string, client: ApiClient = phone) => client.post(`${show}/questions`, { text }),
    accept: (id: string, title = "Message 1") => teacher.put(`/api/replies/${id}/acceptance`, { title }),
  };
}

/** What lies in a folder of the station's media. */
const filesIn = (folder: string) => readdir(`${doors.directory}/media/${folder}`);

test("a family's voice waits for the teacher, who hears it, and becomes a sound on the pads of its show once it is accepted", async () => {
  const { school, teacher, phone, other } = house;
  await teacher.put(`${house.show}/pads`, { cartIds: [] });
  const answer = await house.leave(short);
  const sent = (await answer.json()) as OwnReply;
  expect([answer.status, sent]).toMatchObject([
    201,
    { kind: "voice", state: "waiting", showTitle: "Le journal de midi" },
  ]);
  expect(sent.durationSeconds).toBeCloseTo(1, 0);
  // Nobody of the class but its teachers knows of it, and no other family.
  const pupil = await doors.asPupil(school);
  for (const stranger of [pupil, phone, other, doors.browser()])
    expect((await stranger.get(`/api/replies/${sent.id}/sound`)).status).toBeGreaterThan(400);
  expect([await house.carts(), await house.left(other)]).toEqual([[], []]);
  expect(doors.changedBoxes.at(-1)).toBe(school.classroom.id);

  expect(await house.box()).toMatchObject([{ id: sent.id, from: ["Awa"], cartId: null }]);
  const heard = await teacher.get(`/api/replies/${sent.id}/sound`);
  expect([heard.headers.get("content-type"), (await heard.arrayBuffer()).byteLength > 5_000]).toEqual([
    "audio/mpeg",
    true,
  ]);

  expect((await house.accept(sent.id)).status).toBe(204);
  const [cart] = await house.carts();
  expect(cart).toMatchObject({ title: "Message 1", rights: { origin: "other" } });
  const pads = (await (await teacher.get(`${house.show}/pads`)).json()) as ShowPads;
  expect(pads).toEqual({ cartIds: [cart!.id], isOwn: true });
  expect((await pupil.get(`/api/carts/${cart!.id}/sound`)).status).toBe(200);
  expect(await house.left()).toMatchObject([{ state: "accepted" }]);
  // Pressed twice, it is there once.
  await house.accept(sent.id);
  expect(await house.carts()).toHaveLength(1);
  const acts = (await doors.store.audit.listOf(`show:${school.show.id}`)).map(({ act }) => act);
  expect(acts).toEqual(["reply.accepted", "reply.sent"]);
});

test("a family's voice goes no further than the family said, and a child's no further than its own consent: it is no sound for a wider show", async () => {
  const { store } = doors;
  const [awa] = house.school.pupils;
  const leave = async (voice: NewVoice) =>
    ((await (await house.leave(short, house.phone, voice)).json()) as OwnReply).id;
  const narrow = await leave({ speaker: "adult", scope: "class" });
  const child = await leave({ speaker: "child", scope: "family" });
  expect(await house.left()).toMatchObject([
    { speaker: "child", scope: "family" },
    { speaker: "adult", scope: "class" },
  ]);
  await giveConsent(store, awa.id, "class", doors.clock.now);
  expect(await house.box()).toMatchObject([{ isTooNarrow: true }, { isTooNarrow: true }]);
  for (const id of [narrow, child])
    expect(await refusalIn(await house.accept(id))).toEqual([409, "consent.too_narrow"]);
  expect([await house.carts(), (await house.box()).map(({ state }) => state)]).toEqual([[], ["waiting", "waiting"]]);
  await giveConsent(store, awa.id, "family", doors.clock.now);
  expect((await house.accept(child)).status).toBe(204);
  const [cart] = await house.carts();
  const narrowFor = (visibility: "family" | "public") =>
    store.spokenCarts.tooNarrowFor(house.school.classroom.id, visibility);
  expect([await narrowFor("family"), await narrowFor("public")]).toEqual([new Set(), new Set([cart!.id])]);
  await giveConsent(store, awa.id, "none", doors.clock.now);
  expect(await narrowFor("family")).toEqual(new Set([cart!.id]));
  // What nobody said is not guessed.
  expect((await house.phone.upload("POST", `${house.show}/replies`, short, { speaker: "adult" })).status).toBe(400);
});

test("what is taken back or put aside is gone at once: its words, its sound, and its pad", async () => {
  const { id } = (await (await house.leave(short)).json()) as OwnReply;
  await house.accept(id);
  const [cart] = await house.carts();
  expect((await house.other.delete(`/api/family/replies/${id}`)).status).toBe(404);
  expect((await house.phone.delete(`/api/family/replies/${id}`)).status).toBe(204);
  expect([await house.carts(), await house.left(), await house.box()]).toEqual([[], [], []]);
  const files = [...(await filesIn("replies")), ...(await filesIn("carts"))].join(" ");
  expect([files.includes(id), files.includes(cart!.id)]).toEqual([false, false]);

  const asked = (await (await house.ask("Et la météo de Kyiv ?")).json()) as OwnReply;
  expect(await house.box()).toMatchObject([{ kind: "question", text: "Et la météo de Kyiv ?" }]);
  await house.teacher.delete(`/api/replies/${asked.id}`);
  expect([await house.box(), await house.left()]).toMatchObject([[], [{ state: "declined", text: null }]]);
});

test("a family leaves three words for a show, and none for one that is over or that it does not hear", async () => {
  for (const text of ["Une", "Deux", "Trois"]) expect((await house.ask(text)).status).toBe(201);
  expect(await refusalIn(await house.ask("Quatre"))).toEqual([409, "reply.too_many"]);
  expect(await refusalIn(await house.leave(short))).toEqual([409, "reply.too_many"]);
  // What was put aside counts as well.
  await house.teacher.delete(`/api/replies/${(await house.box())[0]!.id}`);
  expect(await refusalIn(await house.ask("Quatre"))).toEqual([409, "reply.too_many"]);
  expect((await house.ask("Bonjour", house.other)).status).toBe(201);
  await doors.store.channels.change(house.school.channel.id, { visibility: "class" });
  expect(await refusalIn(await house.ask("Bonjour", house.other))).toEqual([404, "show.not_found"]);
  await doors.store.channels.change(house.school.channel.id, { visibility: "public" });
  await doors.store.shows.setState(house.school.show.id, "live");
  expect((await house.ask("Bravo", house.other)).status).toBe(201);
  await doors.store.shows.setState(house.school.show.id, "ended");
  expect(await refusalIn(await house.ask("Trop tard", house.other))).toEqual([409, "reply.too_late"]);
});

test("what is no voice of a minute is refused in words that a family understands, and leaves no file", async () => {
  const hostile: [string, Bytes, string][] = [
    ["a message of 70 seconds", await voice(70), "reply.too_long"],
    ["a file that is larger than a minute of sound", new Uint8Array(12_200_000), "reply.too_long"],
    ["silence", await voice(1, "wav", "volume=0"), "reply.empty"],
    ["an empty file", new Uint8Array(), "reply.empty"],
    ["a picture bomb", new Uint8Array(xmlBomb()), "reply.not_audio"],
    ["a ZIP bomb", new Uint8Array(zipBomb()), "reply.not_audio"],
    ["an MP3 whose tag is a bomb", new Uint8Array(tagBomb()), "reply.not_audio"],
    ["a playlist", new TextEncoder().encode("#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n"), "reply.not_audio"],
  ];
  const before = await filesIn("replies");
  for (const [what, file, code] of hostile) {
    const [status, said] = await refusalIn(await house.leave(file));
    expect([what, said, status < 500]).toEqual([what, code, true]);
  }
  expect([await house.left(), await filesIn("replies"), await readdir(`${doors.directory}/uploads`)]).toEqual([
    [],
    before,
    [],
  ]);
  // Each of them was decoded: twelve an hour are enough for any family.
  for (let count = hostile.length; count < 12; count += 1) await house.leave(new Uint8Array([1, 2, 3]));
  expect(await refusalIn(await house.leave(short))).toEqual([429, "request.too_many"]);
  expect(doors.bugs).toEqual([]);
});

test("after thirty days nothing is left of it, on the desk neither", async () => {
  const { id } = (await (await house.leave(short)).json()) as OwnReply;
  await house.accept(id);
  const { replyBox } = doors.newsroom;
  const sentAt = doors.clock.now;
  doors.clock.now = sentAt + 29 * 86_400_000;
  await replyBox.endOld();
  expect(await doors.store.replies.listOf(house.school.classroom.id)).toHaveLength(1);
  doors.clock.now = sentAt + 31 * 86_400_000;
  await replyBox.endOld();
  expect(await doors.store.replies.listOf(house.school.classroom.id)).toEqual([]);
  expect(await doors.store.carts.listOf(house.school.classroom.id)).toEqual([]);
  expect((await filesIn("replies")).join(" ")).not.toContain(id);
  doors.clock.now = sentAt;
});

test("a pupil's export holds what their family left, and erasing the pupil leaves nothing of it", async () => {
  const { school, teacher } = house;
  const { id } = (await (await house.leave(short)).json()) as OwnReply;
  await house.accept(id);
  await house.ask("Et le sport ?", house.other);
  const address = `/api/pupils/${school.pupils[0].id}`;
  const files = filesOfZip(Buffer.from(await (await teacher.get(`${address}/export`)).arrayBuffer()));
  const told = PupilExport.parse(JSON.parse(files.get("donnees.json")!.toString()));
  expect(told.messages).toMatchObject([{ show: "Le journal de midi", text: null, file: "messages/2026-11-17-1.mp3" }]);
  expect(files.get("messages/2026-11-17-1.mp3")!.byteLength).toBeGreaterThan(5_000);
  expect(files.get("index.html")!.toString()).toContain("messages/2026-11-17-1.mp3");
  const [cart] = await house.carts();
  expect((await teacher.delete(address)).status).toBe(204);
  expect(await house.carts()).toEqual([]);
  expect((await house.box()).map(({ from }) => from)).toEqual([["Jules"]]);
  const left = [...(await filesIn("replies")), ...(await filesIn("carts"))].join(" ");
  expect([left.includes(id), left.includes(cart!.id)]).toEqual([false, false]);
});
