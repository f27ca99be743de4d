import { FfmpegError } from "./ffmpeg-error.ts";
import { runFfmpeg } from "./run-ffmpeg.ts";

/** What a file says of its first sound stream, without decoding it. */
export type Probe = {
  /** ffmpeg's names of the container, as `ogg` or `mov,mp4,m4a,3gp,3g2,mj2`. */
  format: string;
  codec: string;
  sampleRate: number;
  /** As ffmpeg writes it: `mono`, `stereo`, `5.1`… */
  layout: string;
  /** What the container claims, `undefined` when it does not; {@link decodedSeconds} counts. */
  durationSeconds: number | undefined;
};

/** Reads a file's header with ffmpeg alone (ffmpeg-static brings no ffprobe); `undefined` when it holds no sound. */
export async function probeSound(path: string, options: { timeoutMs?: number } = {}): Promise<Probe | undefined> {
  const args = ["-i", path, "-map", "0:a:0", "-c", "copy", "-t", "0", "-f", "null", "pipe:1"];
  try {
    return parseProbe((await runFfmpeg(args, { timeoutMs: 20_000, ...options })).stderr);
  } catch (error) {
    if (error instanceof FfmpegError && error.code === "ffmpeg.failed") return undefined;
    throw error;
  }
}

/** How long a file really sounds: decodes it whole, which also passes over a damaged end. */
export async function decodedSeconds(path: string, options: { signal?: AbortSignal } = {}): Promise<number> {
  let seconds = 0;
  const onProgress = (written: number) => {
    seconds = written;
  };
  await runFfmpeg(["-i", path, "-map", "0:a:0", "-f", "null", "pipe:1"], { ...options, onProgress });
  return seconds;
}

function parseProbe(stderr: string): Probe | undefined {
  const format = /^Input #0, (\S+), from/m.exec(stderr)?.[1];
  const stream = /Stream #0:\d+.*?: Audio: (\w+).*?, (\d+) Hz, ([^,\n]+)/.exec(stderr);
  if (format === undefined || stream === null) return undefined;
  const [, codec = "", sampleRate, layout = ""] = stream;
  return { format, codec, sampleRate: Number(sampleRate), layout, durationSeconds: parseDuration(stderr) };
}

function parseDuration(stderr: string): number | undefined {
  const clock = /Duration: (\d+):(\d+):([\d.]+)/.exec(stderr);
  if (clock === null) return undefined;
  const [, hours, minutes, seconds] = clock.map(Number);
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
