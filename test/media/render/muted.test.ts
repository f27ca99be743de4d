import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";
import { keepFilters } from "../../../media/render/muted.ts";
import { scratch } from "../../support/scratch.ts";

test("where passages were removed on air, the episode's sound goes out and comes in, without a click", async () => {
  using folder = scratch();
  const output = folder.file("kept.f32");
  // A step of a whole amplitude wherever a passage is left out.
  const source = "aevalsrc=0.5-between(t\\,1.2\\,2.6):s=48000:d=4";
  const muted = [
    { startSeconds: 1, durationSeconds: 0.5 },
    { startSeconds: 2.5, durationSeconds: 0.26 },
  ];
  await runFfmpeg(["-f", "lavfi", "-i", source, "-af", keepFilters(muted).join(","), "-f", "f32le", output]);
  const bytes = await readFile(output);
  const samples = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  expect(samples.length).toBe(3.24 * 48_000);
  const steepest = samples.reduce(
    (most, sample, frame) => Math.max(most, Math.abs(sample - (samples[frame - 1] ?? sample))),
    0,
  );
  expect(steepest).toBeLessThan(0.002);
  const faded = samples.filter((sample) => Math.abs(Math.abs(sample) - 0.5) > 0.001).length;
  expect(faded, "10 ms on each side of two splices").toBeLessThanOrEqual(4 * 480);
  expect(faded).toBeGreaterThan(4 * 470);
});
