import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { usualExercise, type Exercise } from "../../../schemas/exercises.ts";
import type { PupilId } from "../../../schemas/ids.ts";
import type { PeerInvitation } from "../../../schemas/reviews.ts";
import { rubricLibrary } from "../../../schemas/rubric-library/rubric-library.ts";
import type { Take } from "../../../schemas/takes.ts";
import { takeMeasures } from "../../../media/speech/take-measures.ts";
import { makeLoadShow } from "../../../server/load-show.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { rundownItem } from "../../support/rundown.ts";
import { giveConsent } from "../../support/school.ts";
import { wav16 } from "../../support/speech/praat.ts";
import { knownSpeech } from "../../support/speech/vowels.ts";
import { announceTake, arrivedOf, newTake, sendPiece, sendRest } from "../../support/tus.ts";

let doors: Awaited<ReturnType<typeof openDoors>>;
let school: Awaited<ReturnType<typeof doors.seedSchool>>;
let teacher: ApiClient;
let awa: ApiClient;
let jules: ApiClient;
let exercise: Exercise;

const { samples } = knownSpeech({ phrases: [9, 12, 7] });
const voice = new Uint8Array(wav16(samples));
const patience = { timeout: 30_000, interval: 50 };

beforeAll(async () => {
  doors = await openDoors({ isOnDisk: true });
  school = await doors.seedSchool();
  teacher = await doors.asTeacher(school);
  awa = await doors.asPupil(school, 0);
  jules = await doors.asPupil(school, 1);
  exercise = await setExercise();
});
afterAll(() => doors[Symbol.asyncDispose]());

async function setExercise(over: object = {}): Promise<Exercise> {
  const settings = { ...usualExercise, title: "Le corbeau", kind: "readAloud", text: "Maître corbeau", ...over };
  const made = await teacher.post(`/api/classrooms/${school.classroom.id}/exercises`, settings);
  expect(made.status).toBe(201);
  return (await made.json()) as Exercise;
}

/** A take that has arrived and was measured, of whoever records it. */
async function recorded(pupil: ApiClient, over: Parameters<typeof newTake>[0] = {}, of = exercise): Promise<Take> {
  const take = newTake(over);
  expect((await announceTake(pupil, of.id, take, voice.length)).status).toBe(201);
  expect(await sendRest(pupil, take.id, voice)).toBe(204);
  return vi.waitUntil(async () => {
    const found = (await (await pupil.get(`/api/takes/${take.id}`)).json()) as Take;
    return found.analysis === "measured" ? found : undefined;
  }, patience);
}

const filesOf = async (id: string) =>
  (await readdir(join(doors.directory, "media", "takes"))).filter((name) => name.startsWith(id)).sort();
const takesOf = async (who: ApiClient) =>
  (await (await who.get(`/api/exercises/${exercise.id}/takes`)).json()) as Take[];

test("a take that stops halfway goes on where it was, and is measured as the browser measures it", async () => {
  const take = newTake();
  const half = Math.floor(voice.length / 2);
  const answer = await announceTake(awa, exercise.id, take, voice.length);
  expect(answer.headers.get("location")).toBe(`/api/takes/${take.id}/upload`);
  await sendPiece(awa, take.id, 0, voice.slice(0, half));
  expect(await arrivedOf(awa, take.id)).toBe(half);
  // A page that never heard the answer says again what it sends.
  expect((await announceTake(awa, exercise.id, take, voice.length)).headers.get("upload-offset")).toBe(String(half));
  expect(await sendRest(awa, take.id, voice, half)).toBe(204);
  expect(await arrivedOf(awa, take.id)).toBe(voice.length);
  const found = await vi.waitUntil(
    async () => (await takesOf(awa)).find(({ analysis }) => analysis === "measured"),
    patience,
  );
  const here = takeMeasures(samples);
  expect(found.state).toBe("kept");
  expect(found.measures?.figures?.pauses.length).toBe(here.figures?.pauses.length);
  expect(found.measures!.figures!.syllableRate / here.figures!.syllableRate).toBeCloseTo(1, 2);
  expect(found.durationSeconds).toBeCloseTo(samples.length / 16_000, 1);
  // What was uploaded goes once its measures are kept.
  await expect.poll(() => filesOf(take.id), patience).toEqual([`${take.id}.mp3`]);
  const heard = await awa.get(`/api/takes/${take.id}/sound`);
  expect([heard.status, heard.headers.get("content-type")]).toEqual([200, "audio/mpeg"]);
});

test("pieces that nobody asked for are refused, and leave nothing", async () => {
  const take = newTake();
  await announceTake(awa, exercise.id, take, 1_000);
  const send = (offset: number, bytes: number, headers = {}) =>
    sendPiece(awa, take.id, offset, voice.slice(0, bytes), headers).then(refusalIn);
  expect(await send(10, 100)).toEqual([409, "take.wrong_offset"]);
  expect(await send(-1, 100)).toEqual([400, "request.malformed"]);
  expect(await send(0, 1_001)).toEqual([413, "request.too_large"]);
  expect(await send(0, 100, { "content-type": "audio/wav" })).toEqual([400, "request.malformed"]);
  expect(await send(0, 100, { "tus-resumable": "0.2.2" })).toEqual([400, "request.malformed"]);
  expect(await arrivedOf(awa, take.id)).toBe(0);
  expect(await refusalIn(await announceTake(awa, exercise.id, newTake(), 30_000_001))).toEqual([
    413,
    "request.too_large",
  ]);
  expect(await refusalIn(await announceTake(awa, exercise.id, newTake(), 0))).toEqual([400, "request.malformed"]);
  expect(await refusalIn(await sendPiece(jules, take.id, 0, voice.slice(0, 100)))).toEqual([404, "take.not_found"]);
  expect(await refusalIn(await announceTake(jules, exercise.id, take, 1_000))).toEqual([404, "take.not_found"]);
  await awa.delete(`/api/takes/${take.id}`);
});

test("what is no sound is said to be none, and is not kept", async () => {
  const take = newTake();
  const page = new TextEncoder().encode("<!doctype html><p>Bonjour");
  await announceTake(awa, exercise.id, take, page.length);
  await sendPiece(awa, take.id, 0, page);
  const isFailed = async () => ((await (await awa.get(`/api/takes/${take.id}`)).json()) as Take).analysis === "failed";
  await vi.waitUntil(isFailed, patience);
  expect(await filesOf(take.id)).toEqual([]);
  expect(await refusalIn(await awa.get(`/api/takes/${take.id}/sound`))).toEqual([404, "take.not_found"]);
  await awa.delete(`/api/takes/${take.id}`);
});

test("a pupil keeps the newest of what they did not send, and what is sent stays", async () => {
  const own = await setExercise({ keptTakes: 1 });
  const listed = async () =>
    ((await (await awa.get(`/api/exercises/${own.id}/takes`)).json()) as Take[]).map(({ id }) => id);
  const first = await recorded(awa, {}, own);
  const assessment = { words: 3, stops: 2, liveliness: 4, loudness: 1 };
  const sent = await awa.patch(`/api/takes/${first.id}`, { selfAssessment: assessment, isSent: true });
  expect(await sent.json()).toMatchObject({ state: "sent", selfAssessment: assessment });
  const second = await recorded(awa, { recordedAt: "2026-11-17T09:01:00.000Z" }, own);
  const third = await recorded(awa, { recordedAt: "2026-11-17T09:02:00.000Z" }, own);
  expect(await listed()).toEqual([third.id, first.id]);
  expect(await filesOf(second.id)).toEqual([]);
  expect(await refusalIn(await awa.delete(`/api/takes/${first.id}`))).toEqual([409, "take.sent"]);
  expect((await teacher.delete(`/api/takes/${first.id}`)).status).toBe(204);
  expect(await filesOf(first.id)).toEqual([]);
});

test("nobody hears a take but its pupil and the teachers, unless its exercise is for the class's ears", async () => {
  const { id } = await recorded(awa);
  expect(await refusalIn(await jules.get(`/api/takes/${id}/sound`))).toEqual([404, "take.not_found"]);
  expect((await takesOf(jules)).length).toBe(0);
  expect((await teacher.get(`/api/takes/${id}/sound`)).status).toBe(200);
  await teacher.patch(`/api/exercises/${exercise.id}`, { listeners: "class" });
  expect((await jules.get(`/api/takes/${id}/sound`)).status).toBe(200);
  expect(await refusalIn(await jules.patch(`/api/takes/${id}`, { isSent: true }))).toEqual([403, "session.forbidden"]);
  await teacher.patch(`/api/exercises/${exercise.id}`, { listeners: "teacher" });
});

test("an exercise for some is not there for others", async () => {
  const forJules = await setExercise({ pupilIds: [school.pupils[1].id] });
  expect(await refusalIn(await awa.get(`/api/exercises/${forJules.id}`))).toEqual([404, "exercise.not_found"]);
  expect(await refusalIn(await announceTake(awa, forJules.id, newTake(), 100))).toEqual([404, "exercise.not_found"]);
  expect(await (await jules.get(`/api/exercises/${forJules.id}`)).json()).toMatchObject({ pupilIds: null });
});

test("a take becomes a sound of the desk as far as the voice may go, and with no consent not at all", async () => {
  const [{ id: awaId }] = school.pupils;
  const { id } = await recorded(awa);
  const load = makeLoadShow(doors.store, doors.newsroom.shelf);
  const padsOf = async () => (await load(school.show.id)).carts.map(({ cart }) => cart.title);
  await say(awaId, "none");
  expect(await refusalIn(await awa.post(`/api/takes/${id}/carts`))).toEqual([409, "consent.too_narrow"]);
  await say(awaId, "class");
  expect((await awa.post(`/api/takes/${id}/carts`)).status).toBe(201);
  expect(await padsOf()).toEqual(["Le corbeau"]);
  await teacher.patch(`/api/channels/${school.channel.id}`, { visibility: "family" });
  expect(await padsOf()).toEqual([]);
  await say(awaId, "family");
  expect(await padsOf()).toEqual(["Le corbeau"]);
});

test("an interview is of both who speak in it, and neither their class nor the desk hears it while one of them may not be heard", async () => {
  const [{ id: awaId }, { id: julesId }, { id: linaId }] = school.pupils;
  const lina = await doors.asPupil(school, 2);
  const own = await setExercise({ kind: "interview", pupilIds: [awaId], listeners: "class" });
  expect(await refusalIn(await announceTake(awa, own.id, newTake({ partnerId: awaId }), 100))).toEqual([
    404,
    "pupil.not_found",
  ]);
  const { id } = await recorded(awa, { partnerId: julesId }, own);
  const heardBy = async (who: ApiClient) => (await who.get(`/api/takes/${id}/sound`)).status;
  // Jules was taken along: the exercise is his too, and nobody sends it but Awa.
  expect((await jules.get(`/api/exercises/${own.id}`)).status).toBe(200);
  expect(((await (await jules.get(`/api/exercises/${own.id}/takes`)).json()) as Take[]).map((take) => take.id)).toEqual(
    [id],
  );
  expect(await refusalIn(await jules.patch(`/api/takes/${id}`, { isSent: true }))).toEqual([403, "session.forbidden"]);
  await say(awaId, "class");
  await say(julesId, "none");
  expect([await heardBy(awa), await heardBy(jules), await heardBy(lina)]).toEqual([200, 200, 404]);
  expect(await refusalIn(await awa.post(`/api/takes/${id}/carts`))).toEqual([409, "consent.too_narrow"]);
  await awa.patch(`/api/takes/${id}`, { isSent: true });
  const rubric = await doors.store.rubrics.create(school.classroom.id, rubricLibrary[0]!);
  const ask = (pupilIds: PupilId[]) => teacher.put(`/api/takes/${id}/peers`, { rubricId: rubric.id, pupilIds });
  expect(await refusalIn(await ask([linaId]))).toEqual([409, "consent.too_narrow"]);
  await say(julesId, "class");
  expect(await heardBy(lina)).toBe(200);
  expect(await refusalIn(await ask([julesId]))).toEqual([404, "pupil.not_found"]);
  expect((await ask([linaId])).status).toBe(200);
  const asked = async () => (await (await lina.get("/api/peer-invitations")).json()) as PeerInvitation[];
  expect(await asked()).toMatchObject([{ pupilId: awaId, partnerId: julesId }]);
  const [{ id: invitation }] = (await asked()) as [PeerInvitation];
  await say(awaId, "none");
  expect(await asked()).toEqual([]);
  expect(await refusalIn(await lina.get(`/api/peer-invitations/${invitation}/sound`))).toEqual([404, "take.not_found"]);
  // It was Lina, says the teacher: then it is nothing of Jules', and she is not asked any more.
  await say(awaId, "class");
  await awa.post(`/api/takes/${id}/carts`);
  const corrected = await teacher.put(`/api/takes/${id}/partner`, { partnerId: linaId });
  expect(await corrected.json()).toMatchObject({ pupilId: awaId, partnerId: linaId });
  expect([await heardBy(lina), await asked()]).toEqual([200, []]);
  expect(await takesOf(jules)).toEqual([]);
  expect(await refusalIn(await jules.get(`/api/exercises/${own.id}`))).toEqual([404, "exercise.not_found"]);
  const cart = await doors.store.spokenCarts.findOf(id);
  expect((await doors.store.spokenCarts.voicesIn(cart!)).toSorted()).toEqual([awaId, linaId].toSorted());
  expect(await refusalIn(await teacher.put(`/api/takes/${id}/partner`, { partnerId: awaId }))).toEqual([
    404,
    "pupil.not_found",
  ]);
  await teacher.delete(`/api/takes/${id}`);
  await doors.newsroom.shelf.remove(cart!);
});

test("a take that was sent becomes a part of a show, before its closing, as far as every voice in it may go", async () => {
  const [{ id: awaId }, { id: julesId }] = school.pupils;
  const own = await setExercise({ title: "L’interview", kind: "interview" });
  const { id } = await recorded(awa, { partnerId: julesId }, own);
  const add = async (showId: string = school.show.id) => teacher.post(`/api/takes/${id}/items`, { showId });
  expect(await refusalIn(await add())).toEqual([404, "take.not_found"]);
  await awa.patch(`/api/takes/${id}`, { isSent: true });
  const closing = rundownItem("Au revoir", { kind: "closing" });
  await doors.store.rundowns.save(school.show.id, { revision: 0, items: [rundownItem("Bonjour"), closing] });
  await teacher.patch(`/api/channels/${school.channel.id}`, { visibility: "family" });
  await say(awaId, "family");
  await say(julesId, "class");
  const refused = await add();
  expect([refused.status, await refused.json()]).toEqual([409, { error: "consent.too_narrow", names: ["Jules"] }]);
  await say(julesId, "family");
  expect((await add()).status).toBe(201);
  const { items } = await doors.store.rundowns.read(school.show.id);
  const [, part] = items;
  expect(items.map(({ title }) => title)).toEqual(["Bonjour", "L’interview", "Au revoir"]);
  const [cart] = (await doors.store.carts.listOf(school.classroom.id)).filter(({ title }) => title === "L’interview");
  expect(part).toMatchObject({ kind: "sound", speakers: [awaId, julesId], cartIds: [cart!.id] });
  expect(part!.plannedSeconds).toBe(Math.ceil(cart!.durationSeconds));
  // Once more, and by its pupil: it is the same sound.
  expect((await add()).status).toBe(201);
  expect(await (await awa.post(`/api/takes/${id}/carts`)).json()).toMatchObject({ id: cart!.id });
  expect((await makeLoadShow(doors.store, doors.newsroom.shelf)(school.show.id)).carts).toMatchObject([
    { cart: { title: "Le corbeau" } },
    { cart: { id: cart!.id } },
  ]);
  const { show: elsewhere } = await doors.seedSchool();
  expect(await refusalIn(await add(elsewhere.id))).toEqual([404, "show.not_found"]);
  await doors.store.rundowns.save(school.show.id, {
    revision: (await doors.store.rundowns.read(school.show.id)).revision,
    items: Array.from({ length: 40 }, () => rundownItem("Encore")),
  });
  expect(await refusalIn(await add())).toEqual([409, "rundown.full"]);
  await doors.store.shows.setState(school.show.id, "ended");
  expect(await refusalIn(await add())).toEqual([409, "show.ended"]);
});

const say = (pupilId: PupilId, scope: "none" | "class" | "family") =>
  giveConsent(doors.store, pupilId, scope, doors.clock.now);

test("takes that were never sent go after thirty days, those that were when tracks go", async () => {
  const kept = await recorded(awa);
  const sent = await recorded(awa, { recordedAt: "2026-11-17T09:05:00.000Z" });
  await awa.patch(`/api/takes/${sent.id}`, { isSent: true });
  const before = doors.clock.now;
  doors.clock.now = before + 31 * 86_400_000;
  await doors.newsroom.takeShelf.removeOld();
  expect([await filesOf(kept.id), await filesOf(sent.id)]).toEqual([[], [`${sent.id}.mp3`]]);
  doors.clock.now = before + 366 * 86_400_000;
  await doors.newsroom.takeShelf.removeOld();
  expect(await filesOf(sent.id)).toEqual([]);
  doors.clock.now = before;
});

test("what is handed out about a pupil holds their takes; erasing them leaves none, nor a sound of the desk with their voice", async () => {
  const [, { id: julesId }] = school.pupils;
  const { id } = await recorded(jules);
  const shared = await recorded(awa, { partnerId: julesId });
  expect((await jules.post(`/api/takes/${id}/carts`)).status).toBe(201);
  const zip = Buffer.from(await (await teacher.get(`/api/pupils/${julesId}/export`)).arrayBuffer()).toString("latin1");
  expect(zip).toContain("prises/2026-11-17-1.mp3");
  expect(zip).toContain('"syllableRate"');
  const carts = join(doors.directory, "media", "carts");
  const before = (await readdir(carts)).length;
  expect((await teacher.delete(`/api/pupils/${julesId}`)).status).toBeLessThan(300);
  expect([await filesOf(id), await filesOf(shared.id)]).toEqual([[], []]);
  // Two files of each: of this take, and of the interview that was put into a show.
  expect((await readdir(carts)).length).toBe(before - 4);
  const rows = await doors.database.selectFrom("take").select("id").where("pupilId", "=", julesId).execute();
  expect(rows).toEqual([]);
  expect(doors.bugs).toEqual([]);
});
