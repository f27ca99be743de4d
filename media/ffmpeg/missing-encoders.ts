import ffmpeg from "fluent-ffmpeg";
import { ffmpegPath } from "./ffmpeg-path.ts";

/** What a station writes: recordings in FLAC, episodes in MP3 and Opus, live sound in AAC, carts as PCM. */
const needed = ["flac", "libmp3lame", "libopus", "aac", "pcm_f32le"];

/** Encoders that the station needs and this ffmpeg was built without; empty when all is well. Throws `ffmpeg.missing` without ffmpeg. */
export function missingEncoders(): Promise<string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<string[]>();
  const command = ffmpeg();
  command.setFfmpegPath(ffmpegPath());
  command.getAvailableEncoders((error: Error | null, encoders) => {
    if (error === null) resolve(needed.filter((name) => !(name in encoders)));
    else reject(error);
  });
  return promise;
}
