import { writeFile } from "node:fs/promises";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import { wav } from "./voices.ts";

const sampleRate = 48_000;

/** A part of a file, in media seconds. The whole file unless told. */
export type Stretch = { from?: number; seconds?: number };

/** Samples of an even tone, mono; `levelDbfs` is its RMS, so that −3 is the loudest a sine can be. */
export function toneSamples(frequency: number, levelDbfs: number, seconds: number): Float32Array {
  const peak = Math.SQRT2 * 10 ** (levelDbfs / 20);
  const step = (2 * Math.PI * frequency) / sampleRate;
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) => peak * Math.sin(step * index));
}

/** Writes mono samples as a 16-bit 48 kHz wav. */
export const writeWav = (path: string, samples: Float32Array): Promise<void> => writeFile(path, wav(samples));

/** A file's sound as mono samples at 48 kHz; stereo is averaged. Times count from the first decoded sample. */
export async function readSound(path: string, { from = 0, seconds }: Stretch = {}): Promise<Float32Array> {
  const parts: Buffer[] = [];
  const end = seconds === undefined ? "" : `:end_sample=${Math.round((from + seconds) * sampleRate)}`;
  // Cut by samples after decoding, because seeking in a container is not exact; timestamps are ignored.
  const cut = `aresample=48000,pan=mono|c0=${await averaged(path)},asetpts=N,atrim=start_sample=${Math.round(from * sampleRate)}${end}`;
  const onOutput = (part: Buffer) => parts.push(part);
  await runFfmpeg(["-i", path, "-map", "0:a:0", "-af", cut, "-f", "f32le", "pipe:1"], { onOutput });
  const bytes = Buffer.concat(parts);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

async function averaged(path: string): Promise<string> {
  const { stderr } = await runFfmpeg(["-i", path, "-map", "0:a:0", "-c", "copy", "-t", "0", "-f", "null", "pipe:1"]);
  return stderr.includes(" Hz, mono") ? "c0" : "0.5*c0+0.5*c1";
}

/** Length of what decodes, in seconds, exact to the sample. */
export const durationOf = async (path: string): Promise<number> => (await readSound(path)).length / sampleRate;

/** RMS level in dBFS of everything in a stretch; −200 for digital silence. */
export async function levelOf(path: string, stretch: Stretch = {}): Promise<number> {
  return rmsDbfs(await readSound(path, stretch));
}

/** RMS in dBFS of samples. */
export function rmsDbfs(samples: Float32Array): number {
  const sum = samples.reduce((total, sample) => total + sample * sample, 0);
  return 10 * Math.log10(Math.max(sum / Math.max(samples.length, 1), 1e-20));
}

/** RMS level in dBFS of a tone in a stretch of a file: a few hertz wide, so that other voices do not count. */
export async function levelAt(frequency: number, path: string, stretch: Stretch = {}): Promise<number> {
  return toneDbfs(frequency, await readSound(path, stretch));
}

/** Level of one frequency in samples, through a Hann window. */
export function toneDbfs(frequency: number, samples: Float32Array): number {
  const step = (2 * Math.PI * frequency) / sampleRate;
  const turn = (2 * Math.PI) / samples.length;
  let real = 0;
  let imaginary = 0;
  samples.forEach((sample, index) => {
    const windowed = sample * (1 - Math.cos(turn * index));
    real += windowed * Math.cos(step * index);
    imaginary += windowed * Math.sin(step * index);
  });
  // The window's mean is 1, so 2/N gives the amplitude; its square halved is the power of a sine.
  const amplitude = (2 * Math.hypot(real, imaginary)) / samples.length;
  return 10 * Math.log10(Math.max(amplitude ** 2 / 2, 1e-20));
}

/** EBU R128 of a file by ffmpeg's own meter, which is not the mixer's. */
export async function loudnessOf(path: string): Promise<{ integratedLufs: number; truePeakDbtp: number }> {
  const meter = "ebur128=peak=true:framelog=verbose";
  const { stderr } = await runFfmpeg(["-i", path, "-map", "0:a:0", "-af", meter, "-f", "null", "pipe:1"]);
  const integratedLufs = Number(/I:\s+(-?[\d.]+) LUFS/.exec(stderr)?.[1]);
  const truePeakDbtp = Number(/True peak:\s+Peak:\s+(-?[\d.]+|-inf) dBFS/.exec(stderr)?.[1]?.replace("-inf", "-200"));
  return { integratedLufs, truePeakDbtp };
}
