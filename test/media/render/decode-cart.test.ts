import { existsSync, writeFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";
import { convertFormerCart, decodeCart } from "../../../media/render/decode-cart.ts";
import { scratch } from "../../support/scratch.ts";
import { toneSamples, writeWav } from "../../support/sound.ts";

async function samplesOf(path: string): Promise<Float32Array> {
  const bytes = await readFile(path);
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return Float32Array.from(samples, (sample) => sample / 32_768);
}
const peakOf = (samples: Float32Array) => samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);

async function soundFile(folder: ReturnType<typeof scratch>, name: string, args: string[] = [], seconds = 2) {
  const wav = folder.file("tone.wav");
  await writeWav(wav, toneSamples(440, -15, seconds));
  if (name === "tone.wav") return wav;
  await runFfmpeg(["-i", wav, ...args, folder.file(name)]);
  return folder.file(name);
}

test.each([
  ["tone.wav", []],
  ["tone.mp3", ["-ar", "44100", "-ac", "1"]],
  ["tone.ogg", ["-c:a", "libvorbis"]],
  ["tone.opus", ["-c:a", "libopus"]],
  ["tone.flac", ["-ar", "22050"]],
  ["tone.m4a", ["-c:a", "aac"]],
  ["tone.webm", ["-c:a", "libopus"]],
])("a sound as %s becomes 48 kHz stereo of the same length and level", async (name, args) => {
  using folder = scratch();
  const output = folder.file("cart.s16");
  const { fileSeconds } = await decodeCart(await soundFile(folder, name, args), output);
  expect(Math.abs(fileSeconds - 2)).toBeLessThan(0.08);
  expect((await stat(output)).size).toBe(Math.round(fileSeconds * 48_000) * 4);
  const samples = await samplesOf(output);
  const middle = samples.subarray(samples.length / 4, samples.length / 2);
  expect(20 * Math.log10(peakOf(middle))).toBeCloseTo(-12, 0);
});

test("a sound above full scale is lowered under it, and keeps its length", async () => {
  using folder = scratch();
  const loud = folder.file("loud.wav");
  await runFfmpeg(["-i", await soundFile(folder, "tone.wav"), "-af", "volume=20dB", "-c:a", "pcm_f32le", loud]);
  const output = folder.file("cart.s16");
  expect(await decodeCart(loud, output)).toMatchObject({ fileSeconds: 2 });
  const peak = peakOf(await samplesOf(output));
  expect(peak).toBeLessThanOrEqual(1);
  expect(peak).toBeGreaterThan(0.98);
});

test("the silence around a sound is found to the sample and kept in the file; its loudness is measured", async () => {
  using folder = scratch();
  const tone = toneSamples(1_000, -23, 2);
  const samples = new Float32Array(48_000 + tone.length + 24_000);
  samples.set(
    tone.map((sample, frame) => sample + (frame === 0 || frame === tone.length - 1 ? 0.01 : 0)),
    48_000,
  );
  await writeWav(folder.file("late.wav"), samples);
  const measure = await decodeCart(folder.file("late.wav"), folder.file("cart.s16"));
  expect(measure).toMatchObject({ fileSeconds: 3.5, soundFrom: 1, soundTo: 3 });
  // A tone of −23 dBFS RMS on both sides is 3 LU louder than on one.
  expect(Math.abs(measure.integratedLufs! + 20)).toBeLessThan(1);
  expect(measure.truePeakDbtp).toBeCloseTo(-20, 0);
});

test("a file of nothing but silence is a cart from end to end, without a loudness", async () => {
  using folder = scratch();
  await writeWav(folder.file("quiet.wav"), new Float32Array(48_000));
  const measure = await decodeCart(folder.file("quiet.wav"), folder.file("cart.s16"));
  expect(measure).toEqual({ fileSeconds: 1, soundFrom: 0, soundTo: 1, integratedLufs: null, truePeakDbtp: -100 });
});

test("a cart of former stations, in 32-bit floats, keeps its length and level", async () => {
  using folder = scratch();
  const tone = toneSamples(440, -15, 1);
  const both = Float32Array.from({ length: 2 * tone.length }, (_, index) => tone[index >> 1]!);
  writeFileSync(folder.file("cart.f32"), new Uint8Array(both.buffer));
  const output = folder.file("cart.s16");
  expect(await convertFormerCart(folder.file("cart.f32"), output)).toMatchObject({ fileSeconds: 1 });
  expect(20 * Math.log10(peakOf(await samplesOf(output)))).toBeCloseTo(-12, 1);
});

test.each([
  ["a text renamed to .mp3", "just words ".repeat(500), "cart.not_audio"],
  ["nothing", "", "cart.empty"],
  ["a playlist that names a file of the server", "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n", "cart.not_audio"],
  ["a concat script", "ffconcat version 1.0\nfile /etc/passwd\n", "cart.not_audio"],
  ["a wav head without sound", "RIFF\u0024\u0000\u0000\u0000WAVEfmt ", "cart.not_audio"],
])("%s is refused with its reason, and leaves nothing", async (_, text, code) => {
  using folder = scratch();
  writeFileSync(folder.file("upload"), text);
  const output = folder.file("cart.s16");
  await expect(decodeCart(folder.file("upload"), output)).rejects.toMatchObject({ name: "CartError", code });
  expect(existsSync(output)).toBe(false);
});

test("a cart longer than allowed is refused by what it says of itself, or after as much as is allowed", async () => {
  using folder = scratch();
  const long = folder.file("long.wav");
  await runFfmpeg(["-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "10800", "-c:a", "pcm_u8", long]);
  const output = folder.file("cart.s16");
  await expect(decodeCart(long, output)).rejects.toMatchObject({ code: "cart.too_long" });
  expect(existsSync(output)).toBe(false);
  const tone = await soundFile(folder, "tone.wav");
  await expect(decodeCart(tone, output, { maxSeconds: 1 })).rejects.toMatchObject({ code: "cart.too_long" });
  expect(existsSync(output)).toBe(false);
});

test("decoding that is stopped leaves nothing", async () => {
  using folder = scratch();
  const output = folder.file("cart.s16");
  const decoding = decodeCart(await soundFile(folder, "tone.wav"), output, {
    signal: AbortSignal.abort(new Error("enough")),
  });
  await expect(decoding).rejects.toThrow("enough");
  expect(existsSync(output)).toBe(false);
});
