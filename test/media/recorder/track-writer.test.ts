import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { NewLine } from "../../../media/recorder/index-line.ts";
import { TrackWriter } from "../../../media/recorder/track-writer.ts";
import { readDatagram } from "../../../media/rtp/voice-packet.ts";
import { readOgg, opusPacketsOf } from "../../support/opus-file.ts";
import { scratch } from "../../support/scratch.ts";
import { durationOf, levelAt, levelOf, toneSamples } from "../../support/sound.ts";
import { voiceDatagrams, opusPackets } from "../../support/voice-datagrams.ts";
import { readFile } from "node:fs/promises";

/** Both numbers wrap a second after the beginning. */
const rtp = { ssrc: 9, payloadType: 100, sequence: 65_486, timestamp: 2 ** 32 - 48_000 };
const seconds = 6;
let sent: Buffer[];
let payloads: Buffer[];
beforeAll(() => {
  const tone = toneSamples(440, -20, seconds);
  payloads = opusPackets(tone);
  sent = voiceDatagrams(tone, rtp);
});

/** Datagrams with the moment of their arrival in ms; one each 20 ms unless told. */
type Arrival = { datagram: Buffer; atMs: number };
const inTime = (datagrams: readonly Buffer[]): Arrival[] =>
  datagrams.map((datagram, index) => ({ datagram, atMs: index * 20 }));

function record(path: string, arrivals: readonly Arrival[]): NewLine[] {
  const lines: NewLine[] = [];
  const index = { append: (line: NewLine) => void lines.push(line), [Symbol.dispose]: () => undefined };
  using writer = new TrackWriter({ path, track: 1, index, frame: () => 0 });
  for (const { datagram, atMs } of arrivals) {
    const arrival = readDatagram(datagram, rtp);
    if (typeof arrival !== "string") writer.take({ ...arrival, arrivedMs: atMs });
    writer.tick(atMs);
  }
  return lines;
}

const gapsOf = (lines: readonly NewLine[]) =>
  lines.flatMap((line) => (line.kind === "gap" ? [[line.sample / 960, line.samples / 960]] : []));

test("a voice is kept packet for packet, in pages a player can seek in, over the wrap of both its numbers", async () => {
  using directory = scratch();
  const path = directory.file("voice.opus");
  const lines = record(path, inTime(sent));
  expect(gapsOf(lines)).toEqual([]);
  expect(await opusPacketsOf(path)).toEqual(payloads);
  const pages = readOgg(await readFile(path));
  expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index));
  expect(pages.map(({ flags }) => flags)).toEqual([2, ...Array<number>(pages.length - 2).fill(0), 4]);
  expect(pages.at(-1)?.granule).toBe(seconds * 48_000);
  expect(await durationOf(path)).toBeCloseTo(seconds - 312 / 48_000, 6);
  expect(await levelAt(440, path, { from: 0.1 })).toBeCloseTo(-20, 0);
});

test("packets out of order by three, and twice, leave the same file as in order", async () => {
  using directory = scratch();
  const moved = inTime(sent).map(({ datagram, atMs }, index) => ({
    datagram,
    atMs: atMs + (index % 5 === 0 ? 65 : 0),
  }));
  const twice = [...moved, ...inTime(sent).map((each) => ({ ...each, atMs: each.atMs + 130 }))].sort(
    (a, b) => a.atMs - b.atMs,
  );
  // The first packet is the first to come; what comes before it would be before the show.
  const path = directory.file("voice.opus");
  const lines = record(path, [{ datagram: sent[0] ?? Buffer.alloc(0), atMs: -1 }, ...twice]);
  expect(gapsOf(lines)).toEqual([]);
  expect(await opusPacketsOf(path)).toEqual(payloads);
});

test("lost packets are silence of their length, and the index tells where", async () => {
  using directory = scratch();
  const path = directory.file("voice.opus");
  const isLost = (index: number) => (index >= 100 && index < 150) || index === 200 || (index >= 210 && index < 215);
  const lines = record(
    path,
    inTime(sent).filter((_, index) => !isLost(index)),
  );
  expect(gapsOf(lines)).toEqual([
    [100, 50],
    [200, 1],
    [210, 5],
  ]);
  expect(await durationOf(path)).toBeCloseTo(seconds - 312 / 48_000, 6);
  expect(await levelOf(path, { from: 2.1, seconds: 0.8 })).toBeLessThan(-90);
  expect(await levelAt(440, path, { from: 3.1, seconds: 0.8 })).toBeCloseTo(-20, 0);
});

test("with one packet of ten lost at random, what is left keeps its place", async () => {
  using directory = scratch();
  const path = directory.file("voice.opus");
  record(
    path,
    inTime(sent).filter((_, index) => index === 0 || index === 299 || (index * 7_919) % 101 > 10),
  );
  const kept = await opusPacketsOf(path);
  expect(kept).toHaveLength(payloads.length);
  kept.forEach((packet, index) => {
    if ((index * 7_919) % 101 > 10) expect(packet).toEqual(payloads[index]);
  });
});

test("a network away for 40 s, a pause of the sender, and a sender that counts anew keep the track's time", async () => {
  using directory = scratch();
  const before = sent.slice(0, 100);
  const later = (datagrams: Buffer[], firstMs: number): Arrival[] =>
    inTime(datagrams).map(({ datagram, atMs }) => ({ datagram, atMs: atMs + firstMs }));
  const numbered = (sequence: number, timestamp: number) =>
    voiceDatagrams(toneSamples(440, -20, seconds), { ...rtp, sequence, timestamp }).slice(100);
  const cases = {
    away: numbered(rtp.sequence + 2_000, rtp.timestamp + 40 * 48_000),
    paused: numbered(rtp.sequence, rtp.timestamp + 40 * 48_000),
    anew: numbered(12_345, 987_654_321),
  };
  for (const [name, continued] of Object.entries(cases)) {
    const path = directory.file(`${name}.opus`);
    const lines = record(path, [...inTime(before), ...later(continued, 42_000)]);
    expect(gapsOf(lines), name).toEqual([[100, 2_000]]);
    expect(
      lines.some(({ kind }) => kind === "rebased"),
      name,
    ).toBe(name === "anew");
    expect(await durationOf(path), name).toBeCloseTo(seconds + 40 - 312 / 48_000, 6);
    expect(await levelAt(440, path, { from: 42.1, seconds: 3 }), name).toBeCloseTo(-20, 0);
  }
});

/** The sent datagrams, with an attack's between them from the twentieth on. */
function attacked(attack: readonly Buffer[]): Arrival[] {
  return inTime(sent).flatMap((each, index) => {
    const datagram = attack[index - 20];
    return datagram === undefined ? [each] : [each, { ...each, datagram }];
  });
}

test("no stray datagram whatever changes a track", async () => {
  using directory = scratch();
  let run = 0;
  const noise = fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes));
  const anotherVoice = fc
    .nat(299)
    .map((packet) => Buffer.concat([(sent[packet] ?? Buffer.alloc(8)).subarray(0, 8), Buffer.alloc(20, packet)]));
  const property = fc.asyncProperty(fc.array(fc.oneof(noise, anotherVoice), { maxLength: 80 }), async (attack) => {
    const path = directory.file(`${(run += 1)}.opus`);
    record(path, attacked(attack));
    expect(await opusPacketsOf(path)).toEqual(payloads);
  });
  await fc.assert(property, { numRuns: 40 });
});

test("a damaged packet of the voice itself leaves a file that every player reads", async () => {
  using directory = scratch();
  let run = 0;
  const damaged = fc.tuple(fc.nat(299), fc.nat(40), fc.nat(255)).map(([packet, at, value]) => {
    const datagram = Buffer.from(sent[packet] ?? "");
    datagram[at % datagram.length] = value;
    return datagram;
  });
  const property = fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 60 }), async (attack) => {
    const path = directory.file(`${(run += 1)}.opus`);
    record(path, attacked(attack));
    const granule = readOgg(await readFile(path)).at(-1)?.granule ?? 0;
    expect(await durationOf(path)).toBeCloseTo((granule - 312) / 48_000, 6);
  });
  await fc.assert(property, { numRuns: 15 });
});
