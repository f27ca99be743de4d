import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Loudness } from "../../schemas/episodes.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { followFile } from "./follow-file.ts";
import { loudnessMeter, parseLoudness } from "./measure-loudness.ts";
import { keepFilters } from "./muted.ts";
import { gatherPeaks, type Peaks } from "./peaks.ts";
import { masteringFilters, type Mastering } from "./plan-mastering.ts";
import type { Programme } from "./programme.ts";
import { runTogether } from "./run-together.ts";

/** Bits per second of the three files. */
export const bitrates = { mp3: 128_000, opus: 48_000, low: 24_000 } as const;

/** The encoded sound of a programme, still without tags, and what was heard in the MP3. */
export type Encoding = { mp3Path: string; opusPath: string; lowPath: string; loudness: Loudness; peaks: Peaks };

type Options = { signal: AbortSignal; onSeconds: (seconds: number) => void };

// A three-hour programme on a slow machine.
const timeoutMs = 3 * 3_600_000;

/**
 * Encodes a programme to MP3 in one process and to both Opus files in another at the same time; a third decodes the MP3 while it is being written, and
 * measures it and draws the waveform from what a listener will hear.
 */
export async function encodeSound(programme: Programme, mastering: Mastering, directory: string, options: Options) {
  const mp3Path = join(directory, "sound.mp3");
  const opusPath = join(directory, "sound.opus");
  const lowPath = join(directory, "sound.webm");
  const { signal, onSeconds: onProgress } = options;
  // What a former encoding left must not be taken for the beginning of this one.
  await Promise.all([mp3Path, opusPath, lowPath].map((path) => rm(path, { force: true })));
  return runTogether(signal, async (together) => {
    const limits = { signal: together, timeoutMs };
    const mp3 = runFfmpeg(mp3Args(programme, mastering, mp3Path), { ...limits, onProgress });
    // The MP3 takes longest, and is waited for by who hears it.
    const opus = runFfmpeg(opusArgs(programme, mastering, opusPath, lowPath), { ...limits, patience: "most" });
    const hearing = hearMp3(mp3Path, mp3, programme.durationSeconds, together);
    const [heard] = await Promise.all([hearing, mp3, opus]);
    return { mp3Path, opusPath, lowPath, ...heard } satisfies Encoding;
  });
}

const filtersOf = ({ muted = [] }: Programme, mastering: Mastering, ...last: string[]): string =>
  [...keepFilters(muted), "aformat=channel_layouts=stereo", ...masteringFilters(mastering), ...last].join(",");

// LAME lowers what it encodes at 128 kbit/s to 95 %, so that it has room; this gives it back.
const lameScale = "volume=0.4455dB:precision=float";

// LAME's search 5 of 9 takes two thirds of the time of its usual 3, which no voice at 128 kbit/s shows: an episode is out in seconds. The Xing
// header stays: with it a player knows the exact length and leaves the encoder's padding out.
const mp3Args = (programme: Programme, mastering: Mastering, output: string): string[] => [
  ...["-i", programme.path, "-map", "0:a:0", "-map_metadata", "-1"],
  ...["-af", filtersOf(programme, mastering, lameScale), "-ar", "48000"],
  ...[
    "-c:a",
    "libmp3lame",
    "-b:a",
    String(bitrates.mp3),
    "-compression_level",
    "5",
    "-id3v2_version",
    "0",
    "-f",
    "mp3",
    output,
  ],
];

// At complexity 4 of 10 libopus takes a quarter of the time, and of speech few ears tell.
const opusOf = (bitrate: number) => ["-c:a", "libopus", "-b:a", String(bitrate), "-compression_level", "4"];

/** Where a player finds its way in a WebM: at the front, so that the first sound waits for nothing else. Some bytes for every cluster of five seconds. */
export const frontOf = (durationSeconds: number): string[] => [
  "-reserve_index_space",
  String(8_192 + Math.ceil(durationSeconds) * 6),
];

// Both are made by one process that masters the sound once: beside the MP3's process it leaves a second core just enough time to hear the MP3.
// libopus is not told that the smaller one is speech: for that it would take as long again. An Ogg file is played only after its end was looked
// at, for its length; a WebM says it first, which is seconds on a poor line.
const opusArgs = (programme: Programme, mastering: Mastering, opus: string, low: string): string[] => [
  ...["-i", programme.path, "-map_metadata", "-1"],
  ...["-filter_complex", `[0:a:0]${filtersOf(programme, mastering)},asplit[opus][low]`],
  ...["-map", "[opus]", "-ar", "48000", ...opusOf(bitrates.opus), "-f", "ogg", opus],
  ...["-map", "[low]", "-ar", "48000", "-ac", "1", ...opusOf(bitrates.low)],
  ...[...frontOf(programme.durationSeconds), "-f", "webm", low],
];

async function hearMp3(path: string, written: Promise<unknown>, durationSeconds: number, signal: AbortSignal) {
  const input = Readable.from(followFile(path, written));
  const peaks = gatherPeaks(durationSeconds);
  const heardAs = ["-af", `${loudnessMeter},aformat=sample_fmts=s16:channel_layouts=mono`, "-ar", "48000"];
  const args = ["-f", "mp3", "-i", "pipe:0", ...heardAs, "-f", "s16le", "pipe:1"];
  try {
    const { stderr } = await runFfmpeg(args, { signal, timeoutMs, input, onOutput: peaks.add });
    return { loudness: parseLoudness(stderr), peaks: peaks.finish() };
  } finally {
    input.destroy();
  }
}
