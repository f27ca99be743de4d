import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { decodedSeconds, probeSound } from "../ffmpeg/probe-sound.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { flacFrames } from "./flac-frames.ts";
import { joinArgs } from "./join-args.ts";
import { planJoin, type Segment } from "./plan-join.ts";
import { RecorderError } from "./recorder-error.ts";

/** Name of the finished programme in a recording's directory. */
export const programmeName = "programme.flac";

/**
 * Makes `programme.flac` of what the encoders left, `frames` long when that is known, and returns its frames. One whole segment is
 * only renamed; else all are decoded and joined, and removed once the new file is whole. Throws `recording.empty` when none sounds.
 */
export async function joinProgramme(directory: string, segments: readonly Segment[], frames?: number): Promise<number> {
  const programme = join(directory, programmeName);
  const finished = await flacFrames(programme);
  if (finished !== undefined) return finished;
  const usable = await readable(segments);
  const [only] = usable;
  if (only === undefined) throw new RecorderError("recording.empty");
  const whole = await flacFrames(only.path);
  if (usable.length > 1 || only.frame > 0 || whole === undefined || whole !== (frames ?? whole))
    return mend(usable, frames, programme);
  await rename(only.path, programme);
  return whole;
}

async function readable(segments: readonly Segment[]): Promise<Segment[]> {
  const probes = await Promise.all(segments.map(({ path }) => probeSound(path)));
  return segments.filter((_, index) => probes[index] !== undefined);
}

async function mend(segments: readonly Segment[], frames: number | undefined, programme: string): Promise<number> {
  const part = join(dirname(programme), `part-${basename(programme)}`);
  const measured = await Promise.all(
    segments.map(async (each) => ({ ...each, frames: await decodedFrames(each.path) })),
  );
  await runFfmpeg(joinArgs(planJoin(measured), frames, part), { timeoutMs: 1_800_000 });
  const joined = await flacFrames(part);
  if (joined === undefined) throw new RecorderError("recording.empty");
  await rename(part, programme);
  await Promise.all(segments.map(({ path }) => rm(path, { force: true })));
  return joined;
}

const decodedFrames = async (path: string): Promise<number> => Math.round((await decodedSeconds(path)) * 48_000);
