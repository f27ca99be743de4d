import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { largestCartBytes, mostCarts, type Cart } from "../../../schemas/carts.ts";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { cartOf } from "../../support/known-cart.ts";
import { giveConsent } from "../../support/school.ts";

const fields = { title: "Jingle", kind: "jingle", colour: "3" };

/** A tone as a file of any format that ffmpeg writes. */
async function sound(format: string, seconds: number, ...codec: string[]): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  const args = ["-f", "lavfi", "-i", `sine=880:duration=${seconds}:sample_rate=8000`, ...codec, "-f", format, "pipe:1"];
  await runFfmpeg(args, { onOutput: (bytes) => chunks.push(bytes) });
  return new Uint8Array(Buffer.concat(chunks));
}

async function openDesk() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const address = `/api/classrooms/${school.classroom.id}/carts`;
  const send = (file: Uint8Array<ArrayBuffer>, other: Record<string, string> = fields) =>
    teacher.upload("POST", address, file, other);
  /** Every file that lies in the station's folders. */
  const files = async () =>
    (await readdir(doors.directory, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  return { doors, school, teacher, address, send, files, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

test("an uploaded jingle can be listened to in the page, and waits decoded for the mixer", async () => {
  await using desk = await openDesk();
  const cart = (await (await desk.send(await sound("mp3", 2))).json()) as Cart;
  expect(cart).toMatchObject({ title: "Jingle", kind: "jingle", colour: 3 });
  expect(cart.durationSeconds).toBeCloseTo(2, 0);
  expect(await (await desk.teacher.get(desk.address)).json()).toEqual([cart]);
  const heard = await desk.teacher.get(`/api/carts/${cart.id}/sound`);
  expect(heard.headers.get("content-type")).toBe("audio/mpeg");
  expect((await heard.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
  const part = await desk.teacher.send("GET", `/api/carts/${cart.id}/sound`, null, { range: "bytes=0-99" });
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100]);
  expect((await desk.files()).map(({ name }) => name).sort()).toEqual([`${cart.id}.mp3`, `${cart.id}.s16`]);
});

test("a sound in which pupils are heard goes no further than they may, wherever it is played, and is gone with them", async () => {
  await using desk = await openDesk();
  const { doors, school } = desk;
  const [awa, jules, lina] = school.pupils;
  const tone = await sound("mp3", 2);
  const send = (speakers: readonly string[]) => desk.send(tone, { ...fields, speakers: speakers.join() });
  const stranger = await doors.seedSchool();
  expect(await refusalIn(await send([stranger.pupils[0].id]))).toEqual([404, "pupil.not_found"]);
  await giveConsent(doors.store, lina.id, "none", doors.clock.now);
  expect(await refusalIn(await send([awa.id, lina.id]))).toEqual([409, "consent.too_narrow"]);
  expect(await desk.files()).toEqual([]);
  const cart = (await (await send([awa.id, jules.id])).json()) as Cart;
  const nobody = (await (await send([])).json()) as Cart;
  const narrowFor = (visibility: "class" | "public") =>
    doors.store.spokenCarts.tooNarrowFor(school.classroom.id, visibility);
  expect(await narrowFor("public")).toEqual(new Set());
  await giveConsent(doors.store, jules.id, "class", doors.clock.now);
  expect([await narrowFor("class"), await narrowFor("public")]).toEqual([new Set(), new Set([cart.id])]);
  expect((await desk.teacher.delete(`/api/pupils/${jules.id}`)).status).toBe(204);
  expect(((await (await desk.teacher.get(desk.address)).json()) as Cart[]).map(({ id }) => id)).toEqual([nobody.id]);
  expect((await desk.files()).filter(({ name }) => name.includes(cart.id))).toEqual([]);
  expect(doors.bugs).toEqual([]);
});

test.each([
  ["wav", []],
  ["ogg", ["-c:a", "libopus", "-ar", "48000"]],
  ["flac", []],
  ["adts", ["-c:a", "aac"]],
])("a %s file becomes a cart", async (format, codec) => {
  await using desk = await openDesk();
  expect((await desk.send(await sound(format, 1, ...codec))).status).toBe(201);
});

test("changing a cart changes its words; removing it removes its files", async () => {
  await using desk = await openDesk();
  const { id } = (await (await desk.send(await sound("wav", 1))).json()) as Cart;
  const changed = await desk.teacher.patch(`/api/carts/${id}`, { title: "Virgule", kind: "sting" });
  expect(await changed.json()).toMatchObject({ id, title: "Virgule", kind: "sting", colour: 3 });
  expect((await desk.teacher.delete(`/api/carts/${id}`)).status).toBe(204);
  expect(await desk.files()).toEqual([]);
  expect(await refusalIn(await desk.teacher.get(`/api/carts/${id}/sound`))).toEqual([404, "cart.not_found"]);
});

const text = (words: string) => new TextEncoder().encode(words);
test.each([
  [
    "a text file renamed .mp3",
    text("This is not sound, whatever its name says.\n".repeat(100)),
    [415, "cart.not_audio"],
  ],
  ["a playlist that names another file", text("#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n"), [415, "cart.not_audio"]],
  ["an empty file", new Uint8Array(), [400, "cart.empty"]],
  [
    "a picture",
    new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1]),
    [415, "cart.not_audio"],
  ],
  ["the first bytes of an mp3 and nothing behind", text("ID3\x03\0\0\0\0\0\x0f"), [415, "cart.not_audio"]],
] as const)("%s is refused and leaves nothing behind", async (_name, file, refusal) => {
  await using desk = await openDesk();
  expect(await refusalIn(await desk.send(new Uint8Array(file)))).toEqual(refusal);
  expect(await desk.files()).toEqual([]);
  expect(await (await desk.teacher.get(desk.address)).json()).toEqual([]);
  expect(desk.doors.bugs).toEqual([]);
});

test("a three-hour file is too long, and leaves nothing behind", async () => {
  await using desk = await openDesk();
  const minute = await sound("mp3", 60, "-b:a", "16k", "-write_xing", "0");
  const long = new Uint8Array(minute.length * 180);
  for (let index = 0; index < 180; index += 1) long.set(minute, index * minute.length);
  expect(await refusalIn(await desk.send(long))).toEqual([413, "cart.too_long"]);
  expect(await desk.files()).toEqual([]);
});

test("a file above the limit is refused while it arrives, whatever length it announced", async () => {
  await using desk = await openDesk();
  const { address, teacher, doors } = desk;
  const announced = {
    "content-type": "multipart/form-data; boundary=x",
    "content-length": String(largestCartBytes * 2),
  };
  expect(await refusalIn(await teacher.send("POST", address, "", announced))).toEqual([413, "request.too_large"]);
  const million = new Uint8Array(1_000_000);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(text('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n'));
    },
    pull: (stream) => {
      if (sent++ > 130) stream.close();
      else stream.enqueue(million);
    },
  });
  const headers = {
    cookie: teacher.cookie!,
    origin: "http://antenne.test",
    "content-type": "multipart/form-data; boundary=x",
  };
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" };
  const answer = await doors.app.request(`http://antenne.test${address}`, init);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(await desk.files()).toEqual([]);
  expect(doors.bugs).toEqual([]);
});

test.each([
  ["no file", { "content-type": "multipart/form-data; boundary=x" }, "--x--\r\n"],
  ["no boundary", { "content-type": "multipart/form-data" }, "anything"],
  [
    "a form cut short",
    { "content-type": "multipart/form-data; boundary=x" },
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
  ],
  ["JSON", { "content-type": "application/json" }, "{}"],
  ["nothing", {}, ""],
])("an upload with %s is malformed", async (_name, headers: Record<string, string>, body) => {
  await using desk = await openDesk();
  expect(await refusalIn(await desk.teacher.send("POST", desk.address, body, headers))).toEqual([
    400,
    "request.malformed",
  ]);
  expect(await desk.files()).toEqual([]);
});

test.each([
  ["an unknown kind", { ...fields, kind: "advert" }],
  ["a colour that is no number", { ...fields, colour: "red" }],
  ["no title", { kind: "jingle", colour: "1" }],
])("a sound with %s is malformed and leaves nothing behind", async (_name, other) => {
  await using desk = await openDesk();
  expect(await refusalIn(await desk.send(await sound("wav", 1), other))).toEqual([400, "request.malformed"]);
  expect(await desk.files()).toEqual([]);
});

test("a classroom that has all its carts is told so before the sound travels", async () => {
  await using desk = await openDesk();
  const { carts } = desk.doors.store;
  const { id: classroomId } = desk.school.classroom;
  for (let count = 0; count < mostCarts; count += 1) await carts.add(cartOf({ classroomId }));
  expect(await refusalIn(await desk.send(await sound("wav", 1)))).toEqual([409, "cart.too_many"]);
});

test("carts are the classroom's own: pupils listen, others do not know of them", async () => {
  await using desk = await openDesk();
  const { id } = (await (await desk.send(await sound("wav", 1))).json()) as Cart;
  const pupil = await desk.doors.asPupil(desk.school);
  const stranger = await desk.doors.asAdmin(await desk.doors.seedSchool());
  expect((await pupil.get(`/api/carts/${id}/sound`)).status).toBe(200);
  expect(await refusalIn(await pupil.delete(`/api/carts/${id}`))).toEqual([403, "session.forbidden"]);
  expect(await refusalIn(await pupil.upload("POST", desk.address, text("x"), fields))).toEqual([
    403,
    "session.forbidden",
  ]);
  expect(await refusalIn(await stranger.get(`/api/carts/${id}/sound`))).toEqual([404, "cart.not_found"]);
  expect(await refusalIn(await stranger.delete(`/api/carts/${id}`))).toEqual([404, "cart.not_found"]);
  expect(await refusalIn(await desk.doors.browser().get(desk.address))).toEqual([401, "session.missing"]);
  expect((await readdir(join(desk.doors.directory, "media/carts"))).length).toBe(2);
});

test("whoever sends one file after the other is asked to wait, and a colleague is not", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const address = `/api/classrooms/${school.classroom.id}/carts`;
  const teacher = await doors.asTeacher(school);
  for (let count = 0; count < 60; count += 1) expect((await teacher.post(address)).status).toBe(400);
  const answer = await teacher.post(address);
  expect([answer.status, Number(answer.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await (await doors.asAdmin(school)).post(address)).status).toBe(400);
});
