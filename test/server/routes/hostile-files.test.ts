import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cart } from "../../../schemas/carts.ts";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { filesWith } from "../../support/files-with.ts";
import { gzipBomb, hugePng, tagBomb, withRemoteSound, xmlBomb, zipBomb } from "../../support/hostile-files.ts";
import { scratch } from "../../support/scratch.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const bytes = (data: Buffer | string): Bytes => new Uint8Array(Buffer.from(data as string));

let desk: Awaited<ReturnType<typeof openDesk>>;
// Who asks here was made to by a file.
const canary = createServer((request, response) => {
  visits.push(request.url ?? "");
  response.end("sound");
});
const visits: string[] = [];
let address = "";

async function openDesk() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const carts = `/api/classrooms/${school.classroom.id}/carts`;
  const cover = `/api/channels/${school.channel.id}/cover`;
  /** Every file in the station's folders. */
  const files = async () =>
    (await readdir(doors.directory, { recursive: true, withFileTypes: true }))
      .filter((each) => each.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
  return {
    ...{ doors, school, teacher, files },
    asSound: (file: Bytes, title = "Jingle") =>
      teacher.upload("POST", carts, file, { title, kind: "jingle", colour: "3" }),
    asCover: (file: Bytes) => teacher.upload("PUT", cover, file),
    /** Sends a form as a hostile program writes it. */
    sendForm: (form: string) =>
      teacher.send("POST", carts, form, { "content-type": "multipart/form-data; boundary=x" }),
  };
}

beforeAll(async () => {
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  desk = await openDesk();
});
afterAll(async () => {
  await desk.doors[Symbol.asyncDispose]();
  canary.close();
});

/** A tone in any format that ffmpeg writes. */
async function sound(format: string, seconds: number, ...args: string[]): Promise<Buffer> {
  using disk = scratch();
  const path = disk.file(`sound.${format}`);
  await runFfmpeg(["-f", "lavfi", "-i", `sine=880:duration=${seconds}:sample_rate=8000`, ...args, path]);
  return await readFile(path);
}

const playlists: [string, () => string][] = [
  ["an HLS playlist", () => `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${address}/segment.ts\n#EXT-X-ENDLIST\n`],
  ["a concat script", () => `ffconcat version 1.0\nfile '${address}/sound.mp3'\n`],
  [
    "a DASH manifest",
    () => `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>${address}</BaseURL></MPD>`,
  ],
  [
    "an SDP that listens",
    () => "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n",
  ],
  ["a list of files of the machine", () => "#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n"],
  ["an HLS playlist behind the head of an MP3", () => `ID3\x03\0\0\0\0\0\0#EXTM3U\n#EXTINF:9,\n${address}/a.ts\n`],
];
const bombs: [string, () => Buffer][] = [
  ["a zip bomb", () => zipBomb()],
  ["a zip bomb that says it is a book", () => zipBomb("mimetype")],
  ["a gzip bomb", gzipBomb],
  ["an XML bomb", xmlBomb],
];

test.each([...playlists, ...bombs])(
  "%s as a sound is refused within seconds, asks nobody and leaves nothing",
  async (_name, make) => {
    const file = bytes(make());
    const since = performance.now();
    expect(await refusalIn(await desk.asSound(file))).toEqual([415, "cart.not_audio"]);
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(visits).toEqual([]);
    expect(await desk.files()).toEqual([]);
    expect(desk.doors.bugs).toEqual([]);
  },
);

test.each([
  ...bombs,
  [
    "a drawing that would load another",
    () =>
      Buffer.from(
        `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1500" height="1500"><image href="${address}/a.png" width="1500" height="1500"/></svg>`,
      ),
  ],
  ["a PDF", () => Buffer.from("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n")],
  [
    "a TIFF",
    () =>
      sharp({ create: { width: 1_500, height: 1_500, channels: 3, background: "#336699" } })
        .tiff()
        .toBuffer(),
  ],
] as [string, () => Buffer | Promise<Buffer>][])(
  "%s as a cover is refused within seconds, asks nobody and leaves nothing",
  async (_name, make) => {
    const file = bytes(await make());
    const since = performance.now();
    expect(await refusalIn(await desk.asCover(file))).toEqual([415, "cover.not_image"]);
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(visits).toEqual([]);
    expect(await desk.files()).toEqual([]);
    expect(desk.doors.bugs).toEqual([]);
  },
);

test("an image that would take the machine's memory is refused before it is opened", async () => {
  // Sixteen bits for each of four values, interlaced: 81 million pixels are 648 MB, and nothing of them is in the file.
  const image = hugePng(9_000);
  const before = process.memoryUsage.rss();
  expect(await refusalIn(await desk.asCover(bytes(image)))).toEqual([413, "cover.too_large"]);
  expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  expect(await desk.files()).toEqual([]);
});

test("an M4A that names another address for its sound is not looked for there", async () => {
  const m4a = withRemoteSound(await sound("m4a", 1, "-c:a", "aac"), `${address}/sound.m4a`);
  const answer = await desk.asSound(bytes(m4a));
  expect([201, 415]).toContain(answer.status);
  expect(visits).toEqual([]);
});

test("a file of one moment that says it lasts ten hours is no ten hours of work", async () => {
  const ogg = await sound("ogg", 1, "-c:a", "libopus", "-ar", "48000");
  // The last page says where the sound ends: ten hours on.
  const last = ogg.lastIndexOf("OggS");
  ogg.writeBigUInt64LE(48_000n * 36_000n, last + 6);
  const since = performance.now();
  const answer = await desk.asSound(bytes(ogg));
  expect([201, 413, 415]).toContain(answer.status);
  if (answer.status === 201) expect(((await answer.json()) as Cart).durationSeconds).toBeLessThan(2);
  expect(performance.now() - since).toBeLessThan(10_000);
});

test("a WAV of one sample a second, and one of five hundred voices, cost seconds and not the machine", async () => {
  const since = performance.now();
  const slow = await sound("wav", 1);
  slow.writeUInt32LE(1, 24);
  const many = await sound("wav", 1);
  many.writeUInt16LE(500, 22);
  for (const file of [slow, many]) expect([201, 413, 415]).toContain((await desk.asSound(bytes(file))).status);
  expect(performance.now() - since).toBeLessThan(30_000);
  expect(desk.doors.bugs).toEqual([]);
});

test("tags that grow to two hundred megabytes do not", async () => {
  const since = performance.now();
  const answer = await desk.asSound(bytes(Buffer.concat([tagBomb(), await sound("mp3", 1)])));
  expect([201, 415]).toContain(answer.status);
  expect(performance.now() - since).toBeLessThan(10_000);
});

test("what is hidden behind a sound or an image is in nothing that the station serves", async () => {
  const hidden = "<script>alert('antenne')</script>";
  const cart = (await (
    await desk.asSound(bytes(Buffer.concat([await sound("wav", 1), Buffer.from(hidden)])))
  ).json()) as Cart;
  const image = await sharp({ create: { width: 1_500, height: 1_500, channels: 3, background: "#336699" } })
    .withExif({ IFD0: { ImageDescription: hidden } })
    .png()
    .toBuffer();
  expect((await desk.asCover(bytes(Buffer.concat([image, Buffer.from(hidden)])))).status).toBe(200);
  expect((await desk.files()).some((path) => path.includes(cart.id))).toBe(true);
  expect(await filesWith(desk.doors.directory, Buffer.from("<script>"))).toEqual([]);
});

test("the name of an uploaded file leads nowhere", async () => {
  const before = await readdir(desk.doors.directory);
  const part = (name: string) =>
    `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\nnot a sound\r\n`;
  for (const name of ["../../../../tmp/antenne-was-here", "/tmp/antenne-was-here", "..\\..\\a", "a\0.mp3", "CON", ""])
    expect([400, 415]).toContain((await desk.sendForm(`${part(name)}--x--`)).status);
  expect(await readdir(desk.doors.directory)).toEqual(before);
  expect((await readdir("/tmp")).filter((name) => name === "antenne-was-here")).toEqual([]);
});

test("control characters in titles reach no feed, no calendar and no tag", async () => {
  const { teacher, school, doors } = desk;
  const words = "Midi\u0000\u0008\r\nBEGIN:VEVENT\u2028\u202e\u001b[31m";
  await teacher.patch(`/api/channels/${school.channel.id}`, {
    visibility: "public",
    title: words,
    description: `a\u0001b\n${words}`,
  });
  await teacher.patch(`/api/shows/${school.show.id}`, { title: words, scheduledAt: "2026-11-18T11:00:00.000Z" });
  const channel = await doors.store.channels.require(school.channel.id);
  const [feed, calendar] = await Promise.all(
    ["xml", "ics"].map(async (kind) => (await teacher.get(`/feeds/${channel.slug}.${kind}`)).text()),
  );
  // eslint-disable-next-line no-control-regex -- What may stand in neither.
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u2028\u202e]/;
  expect([control.test(feed!), control.test(calendar!)]).toEqual([false, false]);
  expect(calendar!.split(/\r?\n/).filter((line) => line === "BEGIN:VEVENT").length).toBeLessThanOrEqual(1);
  expect(channel.title).toBe("Midi BEGIN:VEVENT [31m");
});
