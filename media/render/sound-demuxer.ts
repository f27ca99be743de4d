import { fileTypeFromFile } from "file-type";

// The one demuxer that may read what was sniffed. No playlist or other text format is among them, so no file can name another.
const demuxers: Readonly<Record<string, string>> = {
  "audio/wav": "wav",
  "audio/mpeg": "mp3",
  "audio/ogg": "ogg",
  "audio/ogg; codecs=opus": "ogg",
  "application/ogg": "ogg",
  "audio/flac": "flac",
  "audio/x-m4a": "mov",
  "audio/mp4": "mov",
  "video/mp4": "mov",
  "video/webm": "matroska",
  "audio/aac": "aac",
};

/** ffmpeg's name of what reads this file, by its first bytes and whatever its name says; `undefined` when it is no sound that a station takes. */
export async function soundDemuxer(path: string): Promise<string | undefined> {
  return demuxers[(await fileTypeFromFile(path))?.mime ?? ""];
}
