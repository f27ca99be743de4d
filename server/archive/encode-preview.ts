import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";

const rawArgs = ["-f", "s16le", "-ar", "48000", "-ac", "2"];

/** Encodes raw 16-bit 48 kHz stereo as a small MP3, for listening to a cart in a page. */
export const encodePreview = (pcm: string, output: string) =>
  runFfmpeg([...rawArgs, "-i", pcm, "-c:a", "libmp3lame", "-b:a", "96k", "-f", "mp3", "-y", output]);
