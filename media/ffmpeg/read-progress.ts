import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Reads what ffmpeg's `-progress` writes and tells the media seconds of the output; "N/A", written before the first packet, is skipped. */
export function readProgress(progress: Readable, onProgress: ((seconds: number) => void) | undefined): void {
  if (onProgress === undefined) {
    progress.resume();
    return;
  }
  createInterface({ input: progress }).on("line", (line) => {
    const microseconds = /^out_time_us=(\d+)$/.exec(line)?.[1];
    if (microseconds !== undefined) onProgress(Number(microseconds) / 1e6);
  });
}
