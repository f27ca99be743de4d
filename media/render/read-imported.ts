import { open, stat } from "node:fs/promises";
import type { ErrorCode } from "../../schemas/errors.ts";
import { longestImportedSeconds } from "../../schemas/podcast-imports.ts";
import { framesPerSecond } from "../../schemas/programme.ts";
import { FfmpegError } from "../ffmpeg/ffmpeg-error.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { readMetadata, type SoundWords } from "./read-metadata.ts";
import { soundDemuxer } from "./sound-demuxer.ts";

/** Why a sound from elsewhere cannot become an episode. */
export class ImportedSoundError extends Error {
  override name = "ImportedSoundError";
  readonly code: Extract<ErrorCode, "podcast_import.not_sound" | "podcast_import.too_large">;

  constructor(code: ImportedSoundError["code"], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** A sound from elsewhere as a programme: a FLAC of 48 kHz, mono or stereo. */
export type ImportedSound = {
  durationSeconds: number;
  words: SoundWords;
  /** The image inside it, as it came. */
  picture: Buffer | undefined;
};

type Options = { signal?: AbortSignal | undefined; onSeconds?: ((seconds: number) => void) | undefined };

const decodeTimeoutMs = 3_600_000;
const readTimeoutMs = 60_000;
const largestPictureBytes = 20_000_000;
/** Two hours of FLAC are about a gigabyte; six are at most this. */
const largestProgrammeBytes = 6_000_000_000;

/** Sniffs a sound file from elsewhere and decodes it to `output`. Throws {@link ImportedSoundError}. */
export async function readImported(input: string, output: string, options: Options = {}): Promise<ImportedSound> {
  const { signal, onSeconds } = options;
  const demuxer = (await stat(input)).size > 0 ? await soundDemuxer(input) : undefined;
  if (demuxer === undefined) throw new ImportedSoundError("podcast_import.not_sound");
  const source = ["-f", demuxer, "-i", input];
  try {
    const { words, hasPicture } = await readMetadata(source, { signal, timeoutMs: readTimeoutMs });
    const picture = hasPicture ? await pictureIn(source, signal) : undefined;
    const sound = ["-map", "0:a:0", "-af", `aformat=sample_rates=${framesPerSecond}:channel_layouts=mono|stereo`];
    const limits = ["-t", String(longestImportedSeconds + 1), "-fs", String(largestProgrammeBytes)];
    const format = ["-map_metadata", "-1", "-map_chapters", "-1", "-c:a", "flac", "-sample_fmt", "s16", "-f", "flac"];
    const args = [...source, ...sound, ...limits, ...format, output];
    await runFfmpeg(args, { signal, timeoutMs: decodeTimeoutMs, onProgress: onSeconds });
    return { durationSeconds: await flacSeconds(output), words, picture };
  } catch (error) {
    if (!(error instanceof FfmpegError) || error.code !== "ffmpeg.failed") throw error;
    throw new ImportedSoundError("podcast_import.not_sound", { cause: error });
  }
}

async function pictureIn(source: readonly string[], signal: AbortSignal | undefined): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  const limits = ["-frames:v", "1", "-fs", String(largestPictureBytes)];
  const args = [...source, "-map", "0:v:0", ...limits, "-c", "copy", "-f", "image2pipe", "pipe:1"];
  const onOutput = (bytes: Buffer) => parts.push(bytes);
  await runFfmpeg(args, { signal, timeoutMs: readTimeoutMs, onOutput }).catch((error: unknown) => {
    // An episode without its picture is still one.
    if (!(error instanceof FfmpegError)) throw error;
  });
  return parts.length === 0 ? undefined : Buffer.concat(parts);
}

/** The length by STREAMINFO, which ffmpeg fills in at the end (RFC 9639, 8.2). */
async function flacSeconds(path: string): Promise<number> {
  await using file = await open(path);
  const head = Buffer.alloc(26);
  await file.read(head, 0, head.length, 0);
  const frames = Number(head.readBigUInt64BE(18) & 0xf_ffff_ffffn);
  if (frames === 0) throw new ImportedSoundError("podcast_import.not_sound");
  const seconds = frames / framesPerSecond;
  if (seconds > longestImportedSeconds) throw new ImportedSoundError("podcast_import.too_large");
  return seconds;
}
