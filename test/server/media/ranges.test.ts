import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseRange } from "../../../server/routes/parse-range.ts";
import { listen } from "../../support/listening.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

const stack = new AsyncDisposableStack();
let url: string;
let file: Buffer;
let opusUrl: string;
beforeAll(async () => {
  const { doors, episode } = stack.use(await openPublishedSchool({ seconds: 8 }));
  const station = stack.use(await listen(doors));
  url = station.url + episode.enclosures[0]!.url;
  opusUrl = station.url + episode.enclosures[1]!.url;
  file = readFileSync(join(doors.directory, "media", "episodes", episode.id, "1", "episode.mp3"));
});
afterAll(() => stack.disposeAsync());

const ask = (headers: Record<string, string>, method = "GET") => fetch(url, { method, headers });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test("HEAD tells length, type and that one may seek, and sends nothing", async () => {
  const response = await ask({}, "HEAD");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-length")).toBe(String(file.length));
  expect(response.headers.get("content-type")).toBe("audio/mpeg");
  expect(response.headers.get("accept-ranges")).toBe("bytes");
  expect(response.headers.get("cache-control")).toBe("public, max-age=300");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect((await bytesOf(response)).length).toBe(0);
  const opus = await fetch(opusUrl, { method: "HEAD" });
  expect(opus.headers.get("content-type")).toBe("audio/ogg; codecs=opus");
});

test("the whole file is byte for byte what was rendered", async () => {
  const response = await ask({});
  expect(response.headers.get("content-length")).toBe(String(file.length));
  expect((await bytesOf(response)).equals(file)).toBe(true);
});

test.each([
  ["bytes=0-0", 0, 0],
  ["bytes=0-1", 0, 1],
  ["bytes=1000-1999", 1_000, 1_999],
  ["bytes=5000-", 5_000, undefined],
  ["bytes=-500", -500, undefined],
  ["bytes=0-99999999", 0, undefined],
])("a client that seeks with %s gets just those bytes", async (range, start, end) => {
  const response = await ask({ range });
  const part = file.subarray(start, end === undefined ? undefined : end + 1);
  const first = start < 0 ? file.length + start : start;
  expect(response.status).toBe(206);
  expect(response.headers.get("content-range")).toBe(`bytes ${first}-${first + part.length - 1}/${file.length}`);
  expect(response.headers.get("content-length")).toBe(String(part.length));
  expect((await bytesOf(response)).equals(part)).toBe(true);
});

test.each(["bytes=99999999-", "bytes=-0"])(
  "what lies behind the end (%s) is refused with the true length",
  async (range) => {
    const response = await ask({ range });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe(`bytes */${file.length}`);
    expect((await bytesOf(response)).length).toBe(0);
  },
);

test.each(["bytes=0-1,5-9", "lines=1-2", "bytes=9-3", "bytes=", "bytes=a-b"])(
  "several ranges or none that can be read (%s) get the whole file",
  async (range) => {
    const response = await ask({ range });
    expect(response.status).toBe(200);
    expect((await bytesOf(response)).length).toBe(file.length);
  },
);

test("a player that reads in small pieces puts the same file together", async () => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < file.length; at += 40_000)
    pieces.push(await bytesOf(await ask({ range: `bytes=${at}-${at + 39_999}` })));
  expect(Buffer.concat(pieces).equals(file)).toBe(true);
});

test("what a client has already is not sent again; a part of another file is not joined to it", async () => {
  const tag = (await ask({}, "HEAD")).headers.get("etag")!;
  const date = (await ask({}, "HEAD")).headers.get("last-modified")!;
  expect((await ask({ "if-none-match": tag })).status).toBe(304);
  expect((await ask({ "if-modified-since": date })).status).toBe(304);
  expect((await ask({ "if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT" })).status).toBe(200);
  expect((await ask({ range: "bytes=0-9", "if-range": tag })).status).toBe(206);
  expect((await ask({ range: "bytes=0-9", "if-range": date })).status).toBe(206);
  expect((await ask({ range: "bytes=0-9", "if-range": '"another"' })).status).toBe(200);
});

test.each([
  "../../../../media/antenne.db",
  "..%2f..%2fantenne.db",
  "%2e%2e/%2e%2e/antenne.db",
  "episode.mp3%00.txt",
  "programme.flac",
  "tags.txt",
])("no name leads out of the episode's folder: %s", async (name) => {
  // fetch would tidy the address up before sending it.
  const { hostname, port, pathname } = new URL(url);
  const asked = request({ hostname, port, path: pathname.replace("episode.mp3", name) }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  expect(response.statusCode).toBe(404);
  response.destroy();
});

test.each(["0", "2", "01", "1e0", "-1", "999999999999999999999"])(
  "a version that is not there is not found: %s",
  async (version) => {
    expect((await fetch(url.replace("/1/", `/${version}/`))).status).toBe(404);
  },
);

test("a range of an empty file cannot be satisfied", () => {
  expect(parseRange("bytes=0-", 0)).toBe("unsatisfiable");
  expect(parseRange("bytes=-5", 0)).toBe("unsatisfiable");
});
