import { readFile, truncate, writeFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { openGrowingFile } from "../../../media/recorder/open-growing-file.ts";
import { openOpusFile } from "../../../media/recorder/open-opus-file.ts";
import { repairOpusFile } from "../../../media/recorder/repair-opus-file.ts";
import { readOgg } from "../../support/opus-file.ts";
import { scratch } from "../../support/scratch.ts";
import { durationOf, toneSamples } from "../../support/sound.ts";
import { opusPackets } from "../../support/voice-datagrams.ts";

function writeTrack(path: string, seconds: number): void {
  using file = openOpusFile(path, 1);
  for (const packet of opusPackets(toneSamples(440, -20, seconds))) file.write(packet, 960);
}

test("a file cut at any byte of its last pages is closed where its last whole page ends", async () => {
  using directory = scratch();
  const [whole, path] = [directory.file("whole.opus"), directory.file("cut.opus")];
  writeTrack(whole, 2);
  const bytes = await readFile(whole);
  const granules = readOgg(bytes).map(({ granule }) => granule);
  for (let cut = 1; cut < 1_500; cut += 37) {
    await writeFile(path, bytes.subarray(0, bytes.length - cut));
    const samples = await repairOpusFile(path);
    const pages = readOgg(await readFile(path));
    expect(granules).toContain(samples);
    expect(pages.at(-1)).toMatchObject({ flags: 4, granule: samples });
  }
  expect(await durationOf(path)).toBeCloseTo(((await repairOpusFile(path)) - 312) / 48_000, 6);
});

test("zeros and rubbish that a crash left behind the sound are cut away", async () => {
  using directory = scratch();
  const path = directory.file("track.opus");
  writeTrack(path, 1);
  const bytes = await readFile(path);
  await truncate(path, bytes.length + 4_096);
  expect(await repairOpusFile(path)).toBe(48_000);
  expect(await readFile(path)).toEqual(bytes);
  const lastByte = bytes.length - 1;
  bytes[lastByte] = (bytes[lastByte] ?? 0) ^ 1;
  await writeFile(path, bytes);
  expect(await repairOpusFile(path)).toBeLessThan(48_000);
});

test("a file with headers only, an empty one and an absent one hold no sound", async () => {
  using directory = scratch();
  const path = directory.file("headers.opus");
  openOpusFile(path, 1)[Symbol.dispose]();
  expect(await repairOpusFile(path)).toBe(0);
  await writeFile(directory.file("empty.opus"), "");
  expect(await repairOpusFile(directory.file("empty.opus"))).toBe(0);
  expect(await repairOpusFile(directory.file("absent.opus"))).toBe(0);
});

test("a full disk stops no recording, and holds a bounded memory", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  using full = openGrowingFile("/dev/full", { isNew: false });
  const before = process.memoryUsage().arrayBuffers;
  for (let piece = 0; piece < 500; piece++) full.append(new Uint8Array(100_000));
  // What is collected is given back by another thread, a little later.
  await vi.waitFor(() => {
    collect();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(6_000_000);
  });
});
