import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { finishedRecording, type FinishedRecording } from "./finished-recording.ts";
import type { IndexLine, LineOf } from "./index-line.ts";
import { indexName, linesOf, openSessionIndex, readIndex, type SessionIndex } from "./session-index.ts";
import type { Passage } from "./passage.ts";
import { joinProgramme } from "./join-programme.ts";
import { RecorderError } from "./recorder-error.ts";
import { repairOpusFile } from "./repair-opus-file.ts";

/**
 * Closes what a crash left open and gives it as `finish()` would have. Nothing that was recorded is removed; doing it again, or
 * on a finished recording, gives the same. Throws `recording.lost` without an index and `recording.empty` without a programme.
 * `muted` are passages that a dead recorder may not have noted.
 */
export async function recoverRecording(directory: string, muted: readonly Passage[] = []): Promise<FinishedRecording> {
  if (!existsSync(join(directory, indexName))) throw new RecorderError("recording.lost", `no index in ${directory}`);
  noteMuted(directory, muted);
  const lines = await readIndex(directory);
  if (linesOf(lines, "closed").length === 0) await close(directory, lines);
  return finishedRecording(directory, await readIndex(directory));
}

function noteMuted(directory: string, muted: readonly Passage[]): void {
  using index = openSessionIndex(directory);
  for (const { from, to } of muted) index.append({ kind: "muted", frame: to, from, to });
}

async function close(directory: string, lines: readonly IndexLine[]): Promise<void> {
  const segments = linesOf(lines, "segmentOpened");
  await Promise.all(segments.map(({ pid }) => untilGone(pid)));
  using index = openSessionIndex(directory);
  await closeTracks(directory, lines, index);
  const files = segments.map(({ path, frame }) => ({ path: join(directory, path), frame }));
  const frame = await joinProgramme(directory, files);
  const { integratedLufs, truePeakDbtp } = lastLoudness(lines);
  index.append({ kind: "closed", frame, integratedLufs, truePeakDbtp });
}

/** After an interruption the mixer measured anew, so that nobody knows the loudness of the whole. */
function lastLoudness(lines: readonly IndexLine[]): Partial<LineOf<"loudness">> {
  const isWhole = linesOf(lines, "programmeGap").length === 0;
  return (isWhole ? linesOf(lines, "loudness").at(-1) : undefined) ?? {};
}

async function closeTracks(directory: string, lines: readonly IndexLine[], index: SessionIndex): Promise<void> {
  const closed = new Set(linesOf(lines, "trackClosed").map(({ track }) => track));
  for (const { track, path, frame } of linesOf(lines, "trackOpened")) {
    if (closed.has(track)) continue;
    const samples = await repairOpusFile(join(directory, path));
    index.append({ kind: "trackClosed", track, frame, samples });
  }
}

/** The encoder outlives the server by the moment it takes to finish its file; its number may belong to somebody else after 5 s. */
async function untilGone(pid: number): Promise<void> {
  for (let left = 50; left > 0 && isRunning(pid); left--) await wait(100);
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
