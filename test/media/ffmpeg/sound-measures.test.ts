import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offsetBetween } from "../../support/alignment.ts";
import { durationOf, levelAt, levelOf, loudnessOf, toneSamples, writeWav } from "../../support/sound.ts";
import { voiceSamples } from "../../support/voices.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "antenne-sound-"));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

test("two voices in one file are each measured at their own level", async () => {
  const path = join(directory, "two.wav");
  const [low, high] = [toneSamples(440, -20, 3), toneSamples(1_760, -32, 3)];
  await writeWav(
    path,
    low.map((sample, index) => sample + (high[index] ?? 0)),
  );
  expect(await levelAt(440, path)).toBeCloseTo(-20, 1);
  expect(await levelAt(1_760, path, { from: 1, seconds: 1 })).toBeCloseTo(-32, 1);
  expect(await levelAt(900, path)).toBeLessThan(-80);
  expect(await levelOf(path)).toBeCloseTo(-19.7, 1);
  expect(await durationOf(path)).toBe(3);
});

test("the loudness of a known tone in one channel is its RMS level", async () => {
  const path = join(directory, "tone.wav");
  // BS.1770: a 1 kHz sine at full scale in one channel, -3.01 dBFS RMS, reads -3.01 LUFS.
  await writeWav(path, toneSamples(1_000, -23, 10));
  const { integratedLufs, truePeakDbtp } = await loudnessOf(path);
  expect(integratedLufs).toBeCloseTo(-23, 0);
  expect(truePeakDbtp).toBeCloseTo(-20, 0);
});

test.each([0.137, -0.042])("a voice moved by %f s among others is found there", async (moved) => {
  const [first, second] = [join(directory, "first.wav"), join(directory, "second.wav")];
  const voice = voiceSamples({ pitch: 440, levelDbfs: -20, burstSeconds: 0.31, breathSeconds: 0.17 }, 8);
  const other = voiceSamples({ pitch: 1_200, levelDbfs: -20, burstSeconds: 0.7, breathSeconds: 0.2 }, 8);
  await writeWav(first, voice.subarray(48_000));
  const shift = 48_000 - Math.round(moved * 48_000);
  await writeWav(
    second,
    voice.subarray(shift).map((sample, index) => sample + (other[index] ?? 0)),
  );
  expect(await offsetBetween(first, second, { frequency: 440, within: 0.2 })).toBeCloseTo(moved, 3);
});
