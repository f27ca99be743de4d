import { rename, rm, stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { longestCartSeconds } from "../../schemas/carts.ts";
import type { ErrorCode } from "../../schemas/errors.ts";
import { FfmpegError } from "../ffmpeg/ffmpeg-error.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";

/** Why a file cannot become a cart; `code` is what the person hears of it. */
export class CartError extends Error {
  override name = "CartError";
  readonly code: Extract<ErrorCode, "cart.not_audio" | "cart.empty" | "cart.too_long">;

  constructor(code: CartError["code"], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** How far a cart's decoding may go. */
export type DecodeOptions = { maxSeconds?: number; signal?: AbortSignal };

const sampleRate = 48_000;
const bytesPerSecond = sampleRate * 2 * 4;
/** A ten-minute file decodes in seconds; what takes longer is made to. */
const timeoutMs = 60_000;

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

/**
 * Decodes an uploaded sound (wav, mp3, ogg, flac, m4a) to raw f32le 48 kHz stereo for the mixer. Its level stays as it is, unless it
 * reaches above full scale. Throws {@link CartError}; then `outputPcm` is not there.
 */
export async function decodeCart(input: string, outputPcm: string, options: DecodeOptions = {}) {
  const { maxSeconds = longestCartSeconds, signal } = options;
  if ((await stat(input)).size === 0) throw new CartError("cart.empty");
  const demuxer = demuxers[(await fileTypeFromFile(input))?.mime ?? ""];
  if (demuxer === undefined) throw new CartError("cart.not_audio");
  try {
    const source = ["-f", demuxer, "-t", String(maxSeconds + 1), "-i", input];
    // ffmpeg's own way from one side to two takes 3 dB away.
    const sides = (await isMono(source, signal)) ? "pan=stereo|c0=c0|c1=c0" : "anull";
    const decoded = await decode(source, outputPcm, signal, sides);
    if (decoded.durationSeconds === 0) throw new CartError("cart.empty");
    if (decoded.durationSeconds > maxSeconds) throw new CartError("cart.too_long");
    if (decoded.peak > 1) await lower(outputPcm, decoded.peak, signal);
    return { durationSeconds: decoded.durationSeconds };
  } catch (error) {
    await rm(outputPcm, { force: true });
    if (error instanceof FfmpegError && error.code === "ffmpeg.failed") {
      throw new CartError("cart.not_audio", { cause: error });
    }
    throw error;
  }
}

async function isMono(source: readonly string[], signal: AbortSignal | undefined): Promise<boolean> {
  const head = ["-map", "0:a:0", "-c", "copy", "-frames:a", "1", "-f", "null", "pipe:1"];
  const { stderr } = await runFfmpeg([...source, ...head], { signal, timeoutMs });
  return / Hz, (mono|1 channels)/.test(stderr);
}

async function decode(source: readonly string[], output: string, signal: AbortSignal | undefined, filters: string) {
  const format = "aformat=sample_rates=48000:channel_layouts=stereo:sample_fmts=flt";
  const chain = `${filters},${format},astats=measure_perchannel=none`;
  const args = [...source, "-map", "0:a:0", "-af", chain, "-f", "f32le", output];
  const { stderr } = await runFfmpeg(args, { signal, timeoutMs });
  // The meter prints the sample peak in dB, or -inf.
  const peakDb = Number(/Peak level dB: (-?[\d.]+)/.exec(stderr)?.[1] ?? -100);
  return { durationSeconds: (await stat(output)).size / bytesPerSecond, peak: 10 ** (peakDb / 20) };
}

async function lower(path: string, peak: number, signal: AbortSignal | undefined): Promise<void> {
  const loud = `${path}.loud`;
  await rename(path, loud);
  try {
    const raw = ["-f", "f32le", "-ar", String(sampleRate), "-ac", "2", "-i", loud];
    await decode(raw, path, signal, `volume=${(0.999 / peak).toFixed(6)}:precision=float`);
  } finally {
    await rm(loud, { force: true });
  }
}
