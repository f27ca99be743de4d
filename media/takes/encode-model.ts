import { FfmpegError } from "../ffmpeg/ffmpeg-error.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { soundDemuxer } from "../render/sound-demuxer.ts";
import { longestTakeSeconds } from "../../schemas/exercises.ts";

const timeoutMs = 60_000;

/** Writes a sound that pupils listen to and repeat as a small MP3, ten minutes of it at most; tells whether it was one. */
export async function encodeModel(input: string, output: string): Promise<boolean> {
  const demuxer = await soundDemuxer(input);
  if (demuxer === undefined) return false;
  const source = ["-f", demuxer, "-t", String(longestTakeSeconds), "-i", input, "-map", "0:a:0", "-map_metadata", "-1"];
  try {
    await runFfmpeg([...source, "-ac", "1", "-c:a", "libmp3lame", "-b:a", "64k", "-f", "mp3", "-y", output], {
      timeoutMs,
    });
    return true;
  } catch (error) {
    if (error instanceof FfmpegError && error.code === "ffmpeg.failed") return false;
    throw error;
  }
}
