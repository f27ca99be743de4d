import { readdir } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { joinProgramme } from "../../../media/recorder/join-programme.ts";
import type { LineOf, NewLine } from "../../../media/recorder/index-line.ts";
import { programmePcm } from "../../../media/recorder/programme-pcm.ts";
import { ProgrammeWriter } from "../../../media/recorder/programme-writer.ts";
import { inStereo } from "../../support/fake-programme.ts";
import { scratch } from "../../support/scratch.ts";
import { durationOf, levelAt, levelOf, readSound, toneSamples, writeWav } from "../../support/sound.ts";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";

function open(directory: string, stuckMs?: number) {
  const lines: NewLine[] = [];
  const index = { append: (line: NewLine) => void lines.push(line), [Symbol.dispose]: () => undefined };
  const pids = () => lines.map((line) => (line as LineOf<"segmentOpened">).pid);
  const writer = new ProgrammeWriter(directory, index, stuckMs);
  return { writer, pids, [Symbol.asyncDispose]: () => writer[Symbol.asyncDispose]() };
}

/** Every block has another level, so that a block moved, doubled or lost is heard. */
const blockAt = (number: number) => inStereo(toneSamples(500, -50 + (number % 40), 0.02));

/** Largest difference between a programme and the blocks that were sent. */
function differenceFrom(sound: Float32Array): number {
  const blocks = Array.from({ length: 40 }, (_, number) => blockAt(number));
  const sentAt = (at: number) => blocks[Math.floor(at / 960) % 40]?.[(at % 960) * 2] ?? 0;
  return sound.reduce((most, sample, at) => Math.max(most, Math.abs(sample - sentAt(at))), 0);
}

test("encoders that die again and again leave a programme without a block lost, doubled or moved", async () => {
  using directory = scratch();
  await using opened = open(directory.path);
  const { writer, pids } = opened;
  for (let number = 0; number < 900; number++) {
    writer.write(number * 960, blockAt(number));
    if (number === 300 || number === 600) {
      await vi.waitFor(() => {
        expect(writer.waiting).toBe(0);
      }, 10_000);
      process.kill(pids().at(-1) ?? 0, "SIGKILL");
      const before = pids().length;
      await vi.waitFor(() => {
        expect(pids().length).toBeGreaterThan(before);
      }, 5_000);
    }
  }
  await writer.end();
  expect(writer.segments.length).toBe(3);
  expect(await joinProgramme(directory.path, writer.segments, 900 * 960)).toBe(900 * 960);
  const sound = await readSound(directory.file("programme.flac"));
  // Two steps of 16 bits: rounding and dither.
  expect(differenceFrom(sound)).toBeLessThan(2.5 / 32_768);
  expect(await readdir(directory.path)).toEqual(["programme.flac"]);
});

test("an encoder that gets stuck is replaced, and nothing is lost", async () => {
  using directory = scratch();
  await using opened = open(directory.path, 1_000);
  const { writer, pids } = opened;
  writer.write(0, blockAt(0));
  process.kill(pids()[0] ?? 0, "SIGSTOP");
  let number = 1;
  await vi.waitFor(
    () => {
      // Four times real time, as long as the encoder is the stuck one.
      for (const end = number + 10; number < end && pids().length === 1; number++)
        writer.write(number * 960, blockAt(number));
      expect(pids().length).toBe(2);
    },
    { timeout: 20_000, interval: 50 },
  );
  await writer.end();
  expect(number).toBeGreaterThan(100);
  expect(await joinProgramme(directory.path, writer.segments, number * 960)).toBe(number * 960);
  const sound = await readSound(directory.file("programme.flac"));
  expect(differenceFrom(sound)).toBeLessThan(2.5 / 32_768);
});

test("what no encoder could keep is silence of its length, so that the rest keeps its place", async () => {
  using directory = scratch();
  const segment = async (name: string, frequency: number, frame: number) => {
    const [wav, path] = [directory.file(`${name}.wav`), directory.file(name)];
    await writeWav(wav, toneSamples(frequency, -20, 2));
    await runFfmpeg(["-i", wav, "-ac", "2", path]);
    return { path, frame };
  };
  const segments = [
    { path: directory.file("absent.flac"), frame: 0 },
    await segment("one.flac", 500, 48_000),
    await segment("two.flac", 900, 240_000),
  ];
  expect(await joinProgramme(directory.path, segments, 480_000)).toBe(480_000);
  const path = directory.file("programme.flac");
  expect(await levelOf(path, { from: 0, seconds: 1 })).toBe(-200);
  expect(await levelAt(500, path, { from: 1, seconds: 2 })).toBeGreaterThan(-27);
  expect(await levelOf(path, { from: 3, seconds: 2 })).toBe(-200);
  expect(await levelAt(900, path, { from: 5, seconds: 2 })).toBeGreaterThan(-27);
  expect(await durationOf(path)).toBe(10);
});

test("the programme clips at full scale, its dither is a step, and silence stays silence", () => {
  const pcm = (samples: number[]) => [...new Int16Array(programmePcm(Float32Array.from(samples)).buffer)];
  expect(pcm([2, -2, 0, NaN, Infinity])).toEqual([32_767, -32_768, 0, 0, 32_767]);
  const quiet = pcm(Array<number>(20_000).fill(0.25 / 32_768));
  expect(Math.max(...quiet.map(Math.abs))).toBeLessThanOrEqual(1);
  // What is under a step is still there on average: that is what dither is for.
  expect(quiet.reduce((sum, sample) => sum + sample, 0) / quiet.length).toBeCloseTo(0.25, 1);
});

test("ten minutes of programme go through in bounded memory and come out exact to the sample", async () => {
  using directory = scratch();
  await using opened = open(directory.path);
  const { writer } = opened;
  const [block, blocks, minute] = [blockAt(30), 10 * 3_000, 3_000];
  const memory: number[] = [];
  for (let number = 0; number < blocks; number++) {
    writer.write(number * 960, block);
    if (writer.waiting > 1_000_000) await taken(writer, 500_000);
    if (number % minute === 0) memory.push(process.memoryUsage().rss);
  }
  await writer.end();
  expect(await joinProgramme(directory.path, writer.segments, blocks * 960)).toBe(blocks * 960);
  const grown = Math.max(...memory.slice(3)) - Math.max(...memory.slice(0, 3));
  console.log(`from the third minute of programme to the tenth: ${(grown / 1e6).toFixed(1)} MB more`);
  expect(grown).toBeLessThan(30_000_000);
  expect(writer.segments).toHaveLength(1);
});

/** Waits until the encoder has taken all but `bytes`, as real time would. */
const taken = (writer: ProgrammeWriter, bytes: number) =>
  vi.waitFor(
    () => {
      expect(writer.waiting).toBeLessThan(bytes);
    },
    { timeout: 30_000, interval: 5 },
  );
