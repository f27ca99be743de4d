import { runProgram } from "./run-program.ts";
import { ffmpegPath } from "../../../media/ffmpeg/ffmpeg-path.ts";

/** A sound file, or the bytes of one, as mono samples at 16 kHz. */
export function readClip(source: string | Uint8Array): Float32Array {
  const input = typeof source === "string" ? source : "pipe:0";
  const args = ["-v", "error", "-i", input, "-ac", "1", "-ar", "16000", "-f", "f32le", "pipe:1"];
  const bytes = runProgram(ffmpegPath(), args, typeof source === "string" ? undefined : source);
  return new Float32Array(new Uint8Array(bytes).buffer);
}
