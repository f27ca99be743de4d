import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FfmpegError } from "../../../media/ffmpeg/ffmpeg-error.ts";
import { ffmpegPath, useFfmpeg } from "../../../media/ffmpeg/ffmpeg-path.ts";
import { missingEncoders } from "../../../media/ffmpeg/missing-encoders.ts";
import { openFfmpeg } from "../../../media/ffmpeg/open-ffmpeg.ts";
import { decodedSeconds, probeSound } from "../../../media/ffmpeg/probe-sound.ts";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "antenne-ffmpeg-"));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

const sine = (seconds: number) => ["-f", "lavfi", "-i", `sine=duration=${seconds}:sample_rate=48000`];
const endless = ["-re", "-f", "lavfi", "-i", "sine", "-f", "null", "pipe:1"];
const isAlive = (pid: number | undefined) => pid !== undefined && existsSync(`/proc/${pid}`);

test("a run tells its progress in media seconds and leaves its file", async () => {
  const path = join(directory, "tone.flac");
  const seen: number[] = [];
  await runFfmpeg([...sine(30), path], { onProgress: (seconds) => seen.push(seconds) });
  expect(seen.at(-1)).toBeCloseTo(30, 1);
  expect(await decodedSeconds(path)).toBeCloseTo(30, 2);
  expect(await probeSound(path)).toEqual({
    format: "flac",
    codec: "flac",
    sampleRate: 48_000,
    layout: "mono",
    durationSeconds: 30,
  });
});

test("sound goes in by a pipe and comes out by a pipe", async () => {
  let bytes = 0;
  const raw = ["-f", "s16le", "-ar", "48000", "-ac", "2"];
  const onOutput = (part: Buffer) => (bytes += part.length);
  await runFfmpeg([...raw, "-i", "pipe:0", "-f", "s16le", "pipe:1"], { input: new Uint8Array(192_000), onOutput });
  expect(bytes).toBe(192_000);
});

test("a file that is no sound probes as nothing", async () => {
  const path = join(directory, "not-sound.mp3");
  await writeFile(path, "this is a text");
  expect(await probeSound(path)).toBeUndefined();
  expect(await probeSound(join(directory, "absent.mp3"))).toBeUndefined();
});

test("a failed run says why, with a code a page can translate", async () => {
  const failure = await runFfmpeg(["-i", join(directory, "absent.wav"), "-f", "null", "pipe:1"]).catch(
    (e: unknown) => e,
  );
  expect(failure).toBeInstanceOf(FfmpegError);
  expect((failure as FfmpegError).code).toBe("ffmpeg.failed");
  expect((failure as FfmpegError).stderrTail).toContain("No such file");
});

test("a cancelled run throws the signal's reason and leaves no process", async () => {
  const abort = new AbortController();
  const run = runFfmpeg(endless, {
    signal: abort.signal,
    onProgress: () => {
      abort.abort(new Error("cancelled"));
    },
  });
  await expect(run).rejects.toThrow("cancelled");
  await expect(runFfmpeg(endless, { signal: abort.signal })).rejects.toThrow("cancelled");
});

test("a run that takes too long is killed", async () => {
  await expect(runFfmpeg(endless, { timeoutMs: 300 })).rejects.toThrow("took longer than 300 ms");
});

test("a disposed ffmpeg is gone, an ended one finished its file", async () => {
  const killed = openFfmpeg(endless);
  expect(isAlive(killed.pid)).toBe(true);
  await killed[Symbol.asyncDispose]();
  expect(isAlive(killed.pid)).toBe(false);
  const path = join(directory, "fed.wav");
  await using fed = openFfmpeg(["-f", "f32le", "-ar", "48000", "-ac", "2", "-i", "pipe:0", path]);
  fed.stdin.write(new Uint8Array(48_000 * 8));
  await fed.end();
  expect(await decodedSeconds(path)).toBeCloseTo(1, 3);
});

test("a playlist cannot make ffmpeg open the network", async () => {
  const path = join(directory, "list.ffconcat");
  await writeFile(path, "ffconcat version 1.0\nfile 'http://127.0.0.1:9/sound.mp3'\n");
  const run = runFfmpeg(["-f", "concat", "-safe", "0", "-i", path, "-f", "null", "pipe:1"]);
  await expect(run).rejects.toThrow(/not on whitelist/);
});

test("an ffmpeg that does not run is refused by name, and this one has every encoder a station needs", async () => {
  expect(await missingEncoders()).toEqual([]);
  const good = ffmpegPath();
  useFfmpeg(join(directory, "absent-ffmpeg"));
  expect(() => ffmpegPath()).toThrow(/absent-ffmpeg/);
  useFfmpeg(good);
  expect(ffmpegPath()).toBe(good);
});

test("a rendering gives way to a live show, an encoder of live sound does not", async () => {
  await using rendering = openFfmpeg(endless, { patience: "some" });
  await using live = openFfmpeg(endless);
  expect(getPriority(rendering.pid)).toBeGreaterThan(getPriority(live.pid));
});
