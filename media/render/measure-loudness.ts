import type { Loudness } from "../../schemas/episodes.ts";
import { runFfmpeg, type RunOptions } from "../ffmpeg/run-ffmpeg.ts";

/** ffmpeg's EBU R128 meter with true peak, quiet but for its summary (`verbose` lines are not printed). */
export const loudnessMeter = "ebur128=peak=true:framelog=verbose";

/** Below this, EBU R128 hears nothing. */
export const silenceLufs = -70;

/** Integrated loudness and true peak of a file, heard through `filters`. Silence is −70 LUFS and −100 dBTP. */
export async function measureLoudness(
  path: string,
  filters: readonly string[] = [],
  options: RunOptions = {},
): Promise<Loudness> {
  const chain = ["aformat=channel_layouts=stereo", ...filters, loudnessMeter].join(",");
  const args = ["-i", path, "-map", "0:a:0", "-af", chain, "-f", "null", "pipe:1"];
  return parseLoudness((await runFfmpeg(args, { timeoutMs: 3_600_000, ...options })).stderr);
}

/** Reads the summary that the meter prints at its end, to a tenth of a decibel. */
export function parseLoudness(stderr: string): Loudness {
  const summary = stderr.slice(stderr.lastIndexOf("Summary:"));
  const read = (label: string, least: number) => {
    const value = Number(new RegExp(`${label}:\\s+(-?[\\d.]+) `).exec(summary)?.[1] ?? least);
    return Math.max(value, least);
  };
  return { integratedLufs: read("\\bI", silenceLufs), truePeakDbtp: read("Peak", -100) };
}
