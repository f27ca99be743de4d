import { rm, stat } from "node:fs/promises";
import { longestCartSeconds, type CartMeasure } from "../../schemas/carts.ts";
import type { ErrorCode } from "../../schemas/errors.ts";
import { framesPerSecond } from "../../schemas/programme.ts";
import { FfmpegError } from "../ffmpeg/ffmpeg-error.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { findSound } from "./find-sound.ts";
import { loudnessMeter, parseLoudness, silenceLufs } from "./measure-loudness.ts";
import { soundDemuxer } from "./sound-demuxer.ts";

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
export type DecodeOptions = { maxSeconds?: number; signal?: AbortSignal | undefined };

/** A ten-minute file decodes in seconds; what takes longer is made to. */
const timeoutMs = 60_000;

// A file may say less of its length than is true, and of an MP3 without a head it is a guess: only far too much is believed.
const surelyTooLong = 2;

/**
 * Decodes an uploaded sound (wav, mp3, ogg, flac, m4a) to raw 16-bit 48 kHz stereo for the mixer, and measures it. It is kept whole and at
 * its level, unless it reaches above full scale. Throws {@link CartError}; then `outputPcm` is not there.
 */
export async function decodeCart(input: string, outputPcm: string, options: DecodeOptions = {}): Promise<CartMeasure> {
  const { maxSeconds = longestCartSeconds, signal } = options;
  if ((await stat(input)).size === 0) throw new CartError("cart.empty");
  const demuxer = await soundDemuxer(input);
  if (demuxer === undefined) throw new CartError("cart.not_audio");
  const source = ["-f", demuxer, "-t", String(maxSeconds + 1), "-i", input];
  return decodeSource(source, outputPcm, { maxSeconds, signal });
}

/** Turns a cart that was kept as raw 32-bit floats, as stations did before, into what {@link decodeCart} makes. */
export function convertFormerCart(input: string, outputPcm: string): Promise<CartMeasure> {
  const source = ["-f", "f32le", "-ar", String(framesPerSecond), "-ac", "2", "-i", input];
  return decodeSource(source, outputPcm, { maxSeconds: longestCartSeconds, signal: undefined });
}

async function decodeSource(source: string[], outputPcm: string, options: Required<DecodeOptions>) {
  const { maxSeconds, signal } = options;
  try {
    const { isMono, saidSeconds } = await readHead(source, signal);
    if (saidSeconds > surelyTooLong * maxSeconds) throw new CartError("cart.too_long");
    // ffmpeg's own way from one side to two takes 3 dB away.
    const sides = isMono ? "pan=stereo|c0=c0|c1=c0" : "anull";
    const decoded = await decode(source, outputPcm, options, [sides]);
    if (decoded.measure.fileSeconds === 0) throw new CartError("cart.empty");
    if (decoded.measure.fileSeconds > maxSeconds) throw new CartError("cart.too_long");
    if (decoded.peak <= 1) return decoded.measure;
    const lowered = `volume=${(0.999 / decoded.peak).toFixed(6)}:precision=float`;
    return (await decode(source, outputPcm, options, [sides, lowered])).measure;
  } catch (error) {
    await rm(outputPcm, { force: true });
    if (error instanceof FfmpegError && error.code === "ffmpeg.failed") {
      throw new CartError("cart.not_audio", { cause: error });
    }
    throw error;
  }
}

async function readHead(source: readonly string[], signal: AbortSignal | undefined) {
  const head = ["-map", "0:a:0", "-c", "copy", "-frames:a", "1", "-f", "null", "pipe:1"];
  const { stderr } = await runFfmpeg([...source, ...head], { signal, timeoutMs });
  const [, hours = 0, minutes = 0, seconds = 0] = (/Duration: (\d+):(\d+):(\d+)/.exec(stderr) ?? []).map(Number);
  return {
    isMono: / Hz, (mono|1 channels)/.test(stderr),
    saidSeconds: 3_600 * hours + 60 * minutes + seconds,
  };
}

async function decode(source: string[], output: string, options: Required<DecodeOptions>, filters: string[]) {
  const { maxSeconds, signal } = options;
  // Whatever the file says of its time: not a byte more is written than shows that it is too long.
  const mostBytes = (maxSeconds + 2) * framesPerSecond * 4;
  const format = `aformat=sample_rates=${framesPerSecond}:channel_layouts=stereo:sample_fmts=flt`;
  const meters = ["astats=measure_perchannel=none", loudnessMeter];
  const chain = [...filters, format, ...meters, "aresample=osf=s16:dither_method=triangular"].join(",");
  const args = [...source, "-map", "0:a:0", "-af", chain, "-fs", String(mostBytes), "-f", "s16le", "-y", output];
  const { stderr } = await runFfmpeg(args, { signal, timeoutMs });
  const { frames, from, to } = await findSound(output);
  const { integratedLufs, truePeakDbtp } = parseLoudness(stderr);
  return {
    // The meter prints the sample peak in dB, or -inf.
    peak: 10 ** (Number(/Peak level dB: (-?[\d.]+)/.exec(stderr)?.[1] ?? -100) / 20),
    measure: {
      ...{ fileSeconds: frames / framesPerSecond, truePeakDbtp },
      ...{ soundFrom: from / framesPerSecond, soundTo: to / framesPerSecond },
      integratedLufs: integratedLufs > silenceLufs ? integratedLufs : null,
    },
  };
}
