import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { Limiter, limiterLatencyFrames } from "../../../media/mixer/limiter.ts";
import { randomNumbers } from "../../support/network.ts";
import { scratch } from "../../support/scratch.ts";
import { loudnessOf } from "../../support/sound.ts";
import { wav } from "../../support/voices.ts";

function limited(sampleAt: (frame: number) => number, seconds: number): Float32Array {
  const limiter = new Limiter();
  const output = new Float32Array(seconds * 48_000);
  for (let from = 0; from < output.length; from += 960) {
    const block = Float32Array.from({ length: 1_920 }, (_, index) => sampleAt(from + (index >> 1)));
    limiter.process(block);
    for (let frame = 0; frame < 960; frame++) output[from + frame] = block[2 * frame] ?? 0;
  }
  return output;
}

const random = randomNumbers(3);
const noise = Float32Array.from({ length: 48_000 * 4 }, () => 4 * (random() - 0.5));
const hot: Record<string, (frame: number) => number> = {
  "a sine at a quarter of the rate, four times too loud": (frame) => 4 * Math.sin((Math.PI / 2) * frame + Math.PI / 4),
  "white noise, twice too loud": (frame) => noise[frame] ?? 0,
  "a voice that shouts all at once": (frame) => (frame % 24_000 < 12_000 ? 0.1 : 3) * Math.sin(0.09 * frame),
  "single clicks": (frame) => (frame % 4_801 === 0 ? 6 : 0),
  "a square wave": (frame) => (frame % 100 < 50 ? 1.5 : -1.5),
};

test.each(Object.entries(hot))("%s stays at or under −1 dBTP, measured by another meter", async (_, sampleAt) => {
  using directory = scratch();
  const path = directory.file("limited.wav");
  await writeFile(path, wav(limited(sampleAt, 4)));
  expect((await loudnessOf(path)).truePeakDbtp).toBeLessThanOrEqual(-1);
});

test("what is not too loud comes out as it went in, 240 frames later", () => {
  const quiet = (frame: number) => Math.fround(0.5 * Math.sin(0.05 * frame));
  const output = limited(quiet, 1);
  const wrong = output.findIndex((sample, frame) => frame >= limiterLatencyFrames && sample !== quiet(frame - 240));
  expect(wrong).toBe(-1);
});

test("after a shout the voice is as loud as before within a second", () => {
  const output = limited((frame) => (frame < 24_000 ? 4 : 0.5) * Math.sin(0.05 * frame), 2);
  expect(Math.max(...output.subarray(72_000, 96_000))).toBeCloseTo(0.5, 2);
});
