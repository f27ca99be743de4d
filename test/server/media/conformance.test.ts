import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { once } from "node:events";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FeedAddress } from "../../../schemas/feed-addresses.ts";
import { openFamilySchool } from "../../support/family.ts";
import { requestsFor, wantedOf, type Asked, type Known } from "../../support/http-oracle.ts";
import { listen } from "../../support/listening.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

const requests = 10_000;

const stack = new AsyncDisposableStack();
let published: Awaited<ReturnType<typeof openPublishedSchool>>;
let prefix: string;
let stopped: string;
beforeAll(async () => {
  const chapters = [{ startSeconds: 0, title: "Bonjour" }];
  published = stack.use(await openPublishedSchool({ seconds: 1, credits: { chapters } }));
  const { doors, school, channel } = published;
  const families = await openFamilySchool(doors, school);
  const phone = await families.enter(await families.tokenOf(await families.make([school.pupils[0].id])));
  const make = async () =>
    (await (await phone.post("/api/family/feed-addresses", { device: "phone" })).json()) as FeedAddress;
  const [kept, gone] = [await make(), await make()];
  await phone.delete(`/api/family/feed-addresses/${gone.id}`);
  [prefix, stopped] = [kept.prefix!, gone.prefix!];
  await doors.store.channels.change(channel.id, { visibility: "public" });
  // A feed that was asked for by this address once is noted as used, and changes no more.
  await doors.browser().get(`${prefix}/feeds/${channel.slug}.xml`);
});
afterAll(() => stack.disposeAsync());

const ask = (path: string, asked: Partial<Asked>, more: Record<string, string> = {}) => {
  const { method = "GET", range, ifRange, ifNoneMatch, ifModifiedSince } = asked;
  const said = { range, "if-range": ifRange, "if-none-match": ifNoneMatch, "if-modified-since": ifModifiedSince };
  const headers = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return published.doors.app.request(`http://antenne.test${path}`, { method, headers: { ...headers, ...more } });
};

function pathsOf() {
  const { channel, episode } = published;
  const [mp3, opus] = episode.enclosures.map(({ url }) => url);
  const files = [mp3!, opus!, mp3!.replace("episode.mp3", "chapters.json"), episode.coverUrl];
  return [`/feeds/${channel.slug}.xml`, `/feeds/${channel.slug}.ics`, ...files];
}

/** What lies at an address: files as they are on the disk, documents as they are told first. */
async function knownAt(path: string): Promise<Known> {
  const answer = await ask(path, {});
  const bare = path.replace(prefix, "");
  const onDisk = /^\/media\/episodes\/(.+)$/.exec(bare)?.[1];
  const told = Buffer.from(await answer.arrayBuffer());
  return {
    bytes: onDisk === undefined ? told : readFileSync(join(published.doors.directory, "media", "episodes", onDisk)),
    etag: answer.headers.get("etag")!,
    lastModified: answer.headers.get("last-modified")!,
    mimeType: answer.headers.get("content-type")!,
    isSeekable: bare.startsWith("/media/"),
    isForEverybody: bare === path,
  };
}

async function check(path: string, known: Known, asked: Asked) {
  const answer = await ask(path, asked);
  const body = Buffer.from(await answer.arrayBuffer());
  const wanted = wantedOf(known, asked);
  const { headers } = answer;
  expect(answer.status).toBe(wanted.status);
  expect(body.equals(wanted.body)).toBe(true);
  expect(headers.get("content-range")).toBe(wanted.contentRange);
  expect([headers.get("etag"), headers.get("last-modified")]).toEqual([known.etag, known.lastModified]);
  expect(headers.get("cache-control")?.split(",")[0]).toBe(known.isForEverybody ? "public" : "private");
  expect(headers.get("x-robots-tag")).toBe(known.isForEverybody ? null : "noindex");
  expect(headers.get("access-control-allow-origin")).toBe(known.isForEverybody ? "*" : null);
  if (wanted.status < 300) expect(headers.get("content-type")).toBe(known.mimeType);
  if (known.isSeekable) expect(headers.get("accept-ranges")).toBe("bytes");
  // A HEAD tells the length of what a GET would send.
  const length = asked.method === "HEAD" ? known.bytes.length : wanted.body.length;
  if (known.isSeekable && wanted.status < 300) expect(headers.get("content-length")).toBe(String(length));
}

test(`${requests} random requests for feeds, sound, chapters and covers are answered as RFC 9110 wants, openly and at a private address`, async () => {
  const paths = pathsOf().flatMap((path) => [path, prefix + path]);
  for (const path of paths) {
    const known = await knownAt(path);
    const each = fc.asyncProperty(requestsFor(known), (asked) => check(path, known, asked));
    await fc.assert(each, { numRuns: Math.ceil(requests / paths.length), endOnFailure: true });
  }
});

test("at an address that was stopped, no request gets anything, whatever it says to have", async () => {
  for (const path of pathsOf()) {
    const known = await knownAt(path);
    const each = fc.asyncProperty(requestsFor(known), async (asked) => {
      const answer = await ask(stopped + path, asked);
      expect(answer.status).toBe(404);
      expect(answer.headers.get("cache-control") ?? "").not.toContain("public");
      expect(Buffer.from(await answer.arrayBuffer()).includes(known.bytes.subarray(0, 64))).toBe(false);
    });
    await fc.assert(each, { numRuns: 100, endOnFailure: true });
  }
});

test("a feed is packed for whoever asks, is the same when unpacked, and a cache is told that it depends on that", async () => {
  const [path] = pathsOf();
  const packed = await ask(path!, {}, { "accept-encoding": "gzip" });
  const plain = await ask(path!, {});
  expect([packed.headers.get("content-encoding"), plain.headers.get("content-encoding")]).toEqual(["gzip", null]);
  expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).equals(Buffer.from(await plain.arrayBuffer()))).toBe(true);
  expect(packed.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
  const tag = packed.headers.get("etag")!;
  expect((await ask(path!, { ifNoneMatch: tag }, { "accept-encoding": "gzip" })).status).toBe(304);
});

test("a client of HTTP/1.0 gets the whole episode, and the connection ends with it", async () => {
  await using station = await listen(published.doors);
  const { hostname, port } = new URL(station.url);
  const mp3 = pathsOf()[2]!;
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${mp3} HTTP/1.0\r\nHost: ${hostname}\r\n\r\n`);
  const parts: Buffer[] = [];
  socket.on("data", (part: Buffer) => parts.push(part));
  await once(socket, "end");
  const whole = Buffer.concat(parts);
  const bodyAt = whole.indexOf("\r\n\r\n") + 4;
  expect(whole.subarray(0, bodyAt).toString("latin1")).toMatch(/^HTTP\/1\.\d 200 /);
  expect(whole.subarray(0, bodyAt).toString("latin1").toLowerCase()).not.toContain("transfer-encoding");
  expect(whole.subarray(bodyAt).equals((await knownAt(mp3)).bytes)).toBe(true);
});
