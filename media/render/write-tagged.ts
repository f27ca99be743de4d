import { createReadStream, createWriteStream } from "node:fs";
import { open, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { frontOf } from "./encode-sound.ts";
import { formatChapters, formatMetadata, type EpisodeTags } from "./episode-tags.ts";
import type { EncodedSound } from "./programme.ts";

/** Where the encoded sound lies, with old tags or none, and where the files that listeners get shall lie. */
type Sound = {
  mp3Path: string;
  opusPath: string;
  /** Missing in renderings from before there was one. */
  lowPath: string | undefined;
  durationSeconds: number;
};

/** Names of the files in the folder of a rendering. */
export const fileNames = { mp3: "episode.mp3", opus: "episode.opus", low: "episode.webm" } as const;
const mimeTypes = {
  mp3: "audio/mpeg",
  opus: "audio/ogg; codecs=opus",
  low: "audio/webm; codecs=opus",
} as const;
type Format = keyof typeof fileNames;

/** Writes the files of an episode with its tags, without encoding anew: the sound is byte for byte what was measured. */
export async function writeTagged(sound: Sound, tags: EpisodeTags, directory: string): Promise<EncodedSound[]> {
  const metadataPath = join(directory, "tags.txt");
  await writeFile(metadataPath, formatMetadata(tags, sound.durationSeconds));
  const enclosures = await Promise.all([
    writeTaggedMp3(sound, metadataPath, tags.coverPath, directory),
    writeTaggedOpus(sound, metadataPath, directory),
    ...(sound.lowPath === undefined ? [] : [writeTaggedLow(sound.lowPath, metadataPath, sound, directory)]),
  ]);
  await rm(metadataPath);
  await writeFile(join(directory, "chapters.json"), formatChapters(tags));
  return enclosures;
}

async function writeTaggedOpus(sound: Sound, metadataPath: string, directory: string) {
  const opus = join(directory, fileNames.opus);
  await runFfmpeg([
    ...["-i", sound.opusPath, "-f", "ffmetadata", "-i", metadataPath, "-map", "0:a:0"],
    // An Ogg file's tags are its stream's, and those of before would win.
    ...["-map_metadata", "1", "-map_metadata:s:a:0", "1:g", "-map_chapters", "1", "-c", "copy", "-f", "ogg", opus],
  ]);
  return describe("opus", opus, sound);
}

async function writeTaggedLow(path: string, metadataPath: string, sound: Sound, directory: string) {
  const low = join(directory, fileNames.low);
  const tagged = ["-map_metadata", "1", "-map_chapters", "1", "-c", "copy", ...frontOf(sound.durationSeconds)];
  await runFfmpeg(["-i", path, "-f", "ffmetadata", "-i", metadataPath, "-map", "0:a:0", ...tagged, "-f", "webm", low]);
  return describe("low", low, sound);
}

async function describe(format: Format, path: string, { durationSeconds }: Sound): Promise<EncodedSound> {
  const byteLength = (await stat(path)).size;
  // Bits of the whole file: of a very short one, tags and cover would be most.
  const bitrate = format === "mp3" ? 128_000 : Math.max(1, Math.round((byteLength * 8) / Math.max(durationSeconds, 1)));
  return { format, mimeType: mimeTypes[format], byteLength, bitrate, path };
}

// ffmpeg's copying of an MP3 would lose the encoder's delay from its header, and with it the exact length. So ffmpeg tags the first
// moments only, and its ID3v2 head is set before the untouched sound.
async function writeTaggedMp3(sound: Sound, metadataPath: string, coverPath: string, directory: string) {
  const { mp3Path: soundPath } = sound;
  const output = join(directory, fileNames.mp3);
  const head = `${output}.head`;
  await runFfmpeg([
    ...["-f", "mp3", "-t", "0.2", "-i", soundPath, "-f", "ffmetadata", "-i", metadataPath, "-i", coverPath],
    ...["-map", "0:a:0", "-map", "2:v:0", "-map_metadata", "1", "-map_chapters", "1", "-c", "copy"],
    ...["-disposition:v", "attached_pic", "-metadata:s:v", "title=Cover", "-metadata:s:v", "comment=Cover (front)"],
    ...["-id3v2_version", "3", "-write_xing", "0", "-f", "mp3", head],
  ]);
  await pipeline(createReadStream(head, { end: (await tagLength(head)) - 1 }), createWriteStream(output));
  const start = await tagLength(soundPath);
  await pipeline(createReadStream(soundPath, { start }), createWriteStream(output, { flags: "a" }));
  await rm(head);
  return describe("mp3", output, sound);
}

/** Bytes of the ID3v2 tag at the beginning of a file; 0 without one. Its size is written in four times seven bits. */
async function tagLength(path: string): Promise<number> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(10), 0, 10, 0);
  if (bytesRead < 10 || buffer.toString("latin1", 0, 3) !== "ID3") return 0;
  return 10 + buffer.subarray(6, 10).reduce((size, byte) => size * 128 + byte, 0);
}
