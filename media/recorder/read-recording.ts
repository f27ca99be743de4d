import { existsSync } from "node:fs";
import { join } from "node:path";
import { finishedRecording, type FinishedRecording } from "./finished-recording.ts";
import { RecorderError } from "./recorder-error.ts";
import { indexName, linesOf, parseIndex } from "./session-index.ts";

/** Reads a recording that is closed, and changes nothing: one that runs, or that a crash left open, is `recording.lost` here, as one without an index. */
export async function readRecording(directory: string): Promise<FinishedRecording> {
  if (!existsSync(join(directory, indexName))) throw new RecorderError("recording.lost", `no index in ${directory}`);
  const lines = await parseIndex(directory);
  if (linesOf(lines, "closed").length === 0) throw new RecorderError("recording.lost", `${directory} is not closed`);
  return finishedRecording(directory, lines);
}
