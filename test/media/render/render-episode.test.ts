import { existsSync, readdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";
import type { EpisodeTags } from "../../../media/render/episode-tags.ts";
import { measureLoudness } from "../../../media/render/measure-loudness.ts";
import type { Peaks } from "../../../media/render/peaks.ts";
import { renderEpisode, type Rendering, type RenderOptions } from "../../../media/render/render-episode.ts";
import { peaky, silence, speech, writeProgramme, type Sound } from "../../support/programmes.ts";
import { scratch } from "../../support/scratch.ts";
import { durationOf, levelOf } from "../../support/sound.ts";

type Measured = { integratedLufs: number; truePeakDbtp: number };

async function tagsIn(folder: ReturnType<typeof scratch>): Promise<EpisodeTags> {
  const coverPath = folder.file("cover.jpg");
  await sharp({ create: { width: 500, height: 500, channels: 3, background: "#a5dfc0" } })
    .jpeg()
    .toFile(coverPath);
  const chapters = [
    { startSeconds: 4, title: "Rencontre; avec = le #gardien" },
    { startSeconds: 0, title: "Bonjour" },
  ];
  const names = { title: "Le préau\\la nuit", channelTitle: "Radio Hirondelle", author: "École des Marronniers" };
  const words = { description: "Trois élèves\ninterrogent ; le gardien.", language: "fr" } as const;
  const credits = ["♪ « Valse », A. Auteur, CC BY 4.0", "♪ « Pluie », Atelier son, CC BY-SA 4.0"];
  return {
    ...names,
    ...words,
    credits,
    episodeNumber: 11,
    season: 2,
    recordedAt: "2026-11-17T09:00:00Z",
    chapters,
    coverPath,
  };
}

async function render(
  folder: ReturnType<typeof scratch>,
  sound: Sound,
  seconds: number,
  { measured, ...options }: RenderOptions & { measured?: Measured } = {},
): Promise<Rendering & { mp3: string; opus: string }> {
  const path = await writeProgramme(folder.file("programme.flac"), sound, seconds);
  const tags = await tagsIn(folder);
  const programme = { path, durationSeconds: seconds, ...(measured ?? (await measureLoudness(path))) };
  const outputDirectory = folder.file("1");
  const rendering = await renderEpisode({ programme, outputDirectory, readTags: () => Promise.resolve(tags) }, options);
  return { ...rendering, mp3: folder.file("1/episode.mp3"), opus: folder.file("1/episode.opus") };
}

const programmes: [string, Sound][] = [
  ["loud", speech(0.9)],
  ["quiet", speech(0.02)],
  ["peaky", peaky(0.05)],
];

test.each(programmes)(
  "a %s programme is heard at −16 LUFS with its peaks below −1 dBTP, in both files",
  async (_, sound) => {
    using folder = scratch();
    const { mp3, opus, loudness } = await render(folder, sound, 20);
    for (const file of [mp3, opus]) {
      const heard = await measureLoudness(file);
      expect(Math.abs(heard.integratedLufs + 16), file).toBeLessThanOrEqual(0.5);
      expect(heard.truePeakDbtp, file).toBeLessThanOrEqual(-1);
    }
    const again = await measureLoudness(mp3);
    expect(Math.abs(loudness.integratedLufs - again.integratedLufs)).toBeLessThan(0.15);
    expect(Math.abs(loudness.truePeakDbtp - again.truePeakDbtp)).toBeLessThan(0.15);
  },
);

test("a show that was cut short before its meter told is measured here", async () => {
  using folder = scratch();
  const path = await writeProgramme(folder.file("programme.flac"), speech(0.1), 8);
  const tags = await tagsIn(folder);
  const order = { programme: { path, durationSeconds: 8 }, outputDirectory: folder.file("1") };
  const { loudness } = await renderEpisode({ ...order, readTags: () => Promise.resolve(tags) });
  expect(Math.abs(loudness.integratedLufs + 16)).toBeLessThanOrEqual(0.5);
});

test("a live meter that was wrong is corrected on the encoded file", async () => {
  using folder = scratch();
  const measured = { integratedLufs: -30, truePeakDbtp: -20 };
  const { loudness } = await render(folder, speech(0.5), 10, { measured });
  expect(Math.abs(loudness.integratedLufs + 16)).toBeLessThanOrEqual(0.5);
  expect(loudness.truePeakDbtp).toBeLessThanOrEqual(-1);
});

test("silence stays silence", async () => {
  using folder = scratch();
  const { mp3, loudness, peaksPath } = await render(folder, silence, 3);
  expect(await levelOf(mp3)).toBeLessThan(-90);
  expect(loudness).toEqual({ integratedLufs: -70, truePeakDbtp: -100 });
  const peaks = JSON.parse(readFileSync(peaksPath, "utf8")) as Peaks;
  expect(Math.max(...peaks.data.map(Math.abs))).toBeLessThanOrEqual(1);
});

test("the hum of an empty room is not blown up by more than 30 dB", async () => {
  using folder = scratch();
  const { loudness } = await render(folder, (_, random) => [random() * 0.002, random() * 0.002], 5);
  expect(loudness.integratedLufs).toBeGreaterThan(-45);
  expect(loudness.integratedLufs).toBeLessThan(-25);
});

test.each([1, 0.3, 0.02, 7.123])("a programme of %d s has exactly that length in both files", async (seconds) => {
  using folder = scratch();
  const { mp3, opus, durationSeconds } = await render(folder, speech(0.3), seconds);
  expect(durationSeconds).toBe(seconds);
  const frames = Math.round(seconds * 48_000);
  expect(Math.round((await durationOf(mp3)) * 48_000)).toBe(frames);
  expect(Math.round((await durationOf(opus)) * 48_000)).toBe(frames);
});

test("the files carry title, words, channel, school, language, number, chapters, cover, and the authors whose licences ask for it", async () => {
  using folder = scratch();
  const { mp3, opus } = await render(folder, speech(0.3), 6);
  const said = (await runFfmpeg(["-i", mp3, "-map", "0:a", "-c", "copy", "-f", "null", "pipe:1"])).stderr;
  for (const tag of [
    "title           : Le préau\\la nuit",
    "album           : Radio Hirondelle",
    "track           : 11",
  ]) {
    expect(said).toContain(tag);
  }
  expect(said).toMatch(/artist +: École des Marronniers/);
  expect(said).toMatch(/publisher +: École des Marronniers/);
  // ffmpeg tells no file's language: ID3v2.3 has a frame of ten bytes before the text's encoding and the text.
  expect(readFileSync(mp3).subarray(0, 4_000).toString("latin1")).toMatch(/TLAN[^]{7}fra/);
  expect(said).toMatch(/comment +: Trois élèves\s+: interrogent ; le gardien\./);
  expect(said).toMatch(/copyright +: ♪ « Valse », A\. Auteur, CC BY 4\.0\s+: ♪ « Pluie », Atelier son, CC BY-SA 4\.0/);
  expect(said).toMatch(/start 0\.000000, end 4\.000000\s+Metadata:\s+title +: Bonjour/);
  expect(said).toMatch(/start 4\.000000, end 6\.0+\s+Metadata:\s+title +: Rencontre; avec = le #gardien/);
  expect(said).toMatch(/Video: mjpeg.* 500x500.*attached pic/);
  expect(readFileSync(mp3).subarray(0, 4)).toEqual(Buffer.from([0x49, 0x44, 0x33, 3]));
  const opusSaid = (await runFfmpeg(["-i", opus, "-c", "copy", "-f", "null", "pipe:1"])).stderr;
  expect(opusSaid).toMatch(/title +: Le préau/);
  expect(opusSaid).toMatch(/copyright +: ♪ « Valse »/i);
  const chapters: unknown = JSON.parse(readFileSync(folder.file("1/chapters.json"), "utf8"));
  expect(chapters).toMatchObject({ version: "1.2.0", chapters: [{ startTime: 0 }, { startTime: 4 }] });
});

test("the waveform is as long as the programme and shows where the sound is", async () => {
  using folder = scratch();
  const tone: Sound = (seconds) => (seconds < 5 ? [Math.sin(seconds * 2_000) * 0.2, 0] : [0, 0]);
  const { peaksPath } = await render(folder, tone, 10);
  const peaks = JSON.parse(readFileSync(peaksPath, "utf8")) as Peaks;
  expect(peaks).toMatchObject({ version: 2, channels: 1, sample_rate: 48_000, bits: 8, length: peaks.data.length / 2 });
  expect(peaks.length).toBe(Math.ceil(480_000 / peaks.samples_per_pixel));
  const highs = peaks.data.filter((_, index) => index % 2 === 1);
  const secondsOf = (index: number) => (index * peaks.samples_per_pixel) / 48_000;
  const sounding = highs.map((high, index) => (high > 8 ? secondsOf(index) : -1)).filter((at) => at >= 0);
  expect(sounding[0]).toBeLessThan(0.06);
  expect(sounding.at(-1)).toBeGreaterThan(4.9);
  expect(sounding.at(-1)).toBeLessThan(5.06);
});

test("a rendering that is stopped leaves nothing behind, and its progress never goes back", async () => {
  using folder = scratch();
  const stop = new AbortController();
  const shares: number[] = [];
  const onProgress = (share: number) => {
    shares.push(share);
    if (share > 0) stop.abort(new Error("enough"));
  };
  const rendering = render(folder, speech(0.3), 90, {
    measured: { integratedLufs: -18, truePeakDbtp: -12 },
    signal: stop.signal,
    onProgress,
  });
  await expect(rendering).rejects.toThrow("enough");
  expect(existsSync(folder.file("1"))).toBe(false);
  expect(readdirSync(folder.path).filter((name) => name.startsWith("1"))).toEqual([]);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test("a programme that cannot be read fails, and leaves nothing behind", async () => {
  using folder = scratch();
  const tags = await tagsIn(folder);
  const programme = { path: folder.file("absent.flac"), durationSeconds: 5, integratedLufs: -18, truePeakDbtp: -9 };
  const rendering = renderEpisode({
    programme,
    outputDirectory: folder.file("1"),
    readTags: () => Promise.resolve(tags),
  });
  await expect(rendering).rejects.toMatchObject({ code: "ffmpeg.failed" });
  expect(readdirSync(folder.path)).toEqual(["cover.jpg"]);
});
