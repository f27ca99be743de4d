import type { WorkOptions } from "../aside/aside-talk.ts";
import { FfmpegError } from "../ffmpeg/ffmpeg-error.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { soundDemuxer } from "../render/sound-demuxer.ts";
import { takeMeasures } from "../speech/take-measures.ts";
import { longestTakeSeconds } from "../../schemas/exercises.ts";
import type { TakeMeasures } from "../../schemas/takes.ts";

/** A take as a browser sent it, and where its MP3 for pages is written. */
export type TakeOrder = { input: string; output: string };

/** What came of it: its measures, or that it holds no sound that can be read. */
export type MeasuredTake = { measures: TakeMeasures } | { notSound: string };

const timeoutMs = 120_000;
const decodedShare = 0.4;
const mostSamples = (longestTakeSeconds + 60) * 16_000;

/**
 * Sniffs and decodes a take once, writes it anew as MP3 (no page gets a file as it came), and measures it. Whatever the file says of itself, not more than eleven minutes
 * are read.
 */
export async function measureTake({ input, output }: TakeOrder, options: WorkOptions): Promise<MeasuredTake> {
  const { signal, onProgress } = options;
  const demuxer = await soundDemuxer(input);
  if (demuxer === undefined) return { notSound: "no sound file" };
  const source = ["-f", demuxer, "-t", String(longestTakeSeconds + 60), "-i", input, "-map_metadata", "-1"];
  const listening = ["-map", "0:a:0", "-ac", "1", "-c:a", "libmp3lame", "-b:a", "64k", "-f", "mp3", "-y", output];
  const measuring = ["-map", "0:a:0", "-ac", "1", "-ar", "16000", "-f", "f32le", "pipe:1"];
  const pieces: Buffer[] = [];
  try {
    const onOutput = (bytes: Buffer) => pieces.push(bytes);
    await runFfmpeg([...source, ...listening, ...measuring], { signal, timeoutMs, onOutput });
  } catch (error) {
    if (error instanceof FfmpegError && error.code === "ffmpeg.failed") return { notSound: error.message };
    throw error;
  }
  onProgress(decodedShare);
  const samples = samplesOf(pieces);
  if (samples.length === 0) return { notSound: "an empty sound" };
  return { measures: takeMeasures(samples) };
}

function samplesOf(pieces: readonly Buffer[]): Float32Array {
  const bytes = new Uint8Array(Buffer.concat(pieces));
  return new Float32Array(bytes.buffer, 0, Math.min(mostSamples, Math.floor(bytes.length / 4)));
}
