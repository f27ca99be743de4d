import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import ffmpegStatic from "ffmpeg-static";
import { FfmpegError } from "./ffmpeg-error.ts";

let chosen: string | undefined;
let found: string | undefined;

/** Takes the station's own ffmpeg for this thread, before any other; worker threads are told by whoever opens them. */
export function useFfmpeg(path: string): void {
  chosen = path;
  found = undefined;
}

/**
 * The ffmpeg that this thread runs: the one given to `useFfmpeg`, else ffmpeg-static's where its download succeeded, else
 * the one in `PATH`. Looked for once, by running it; throws `ffmpeg.missing` when none runs.
 */
export function ffmpegPath(): string {
  found ??= candidates().find(runs);
  if (found === undefined) throw new FfmpegError("ffmpeg.missing", `no ffmpeg runs: tried ${candidates().join(", ")}`);
  return found;
}

function candidates(): string[] {
  if (chosen !== undefined) return [chosen];
  // ffmpeg-static names a path even when nothing was downloaded to it.
  const bundled = ffmpegStatic as unknown as string | null;
  return bundled !== null && existsSync(bundled) ? [bundled, "ffmpeg"] : ["ffmpeg"];
}

function runs(path: string): boolean {
  try {
    execFileSync(path, ["-hide_banner", "-version"], { stdio: "ignore", timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
