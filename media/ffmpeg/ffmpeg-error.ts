import type { ErrorCode } from "../../schemas/errors.ts";

/** Why ffmpeg did not do its work; `code` is what the person hears of it, `stderrTail` what the log keeps. */
export class FfmpegError extends Error {
  override name = "FfmpegError";
  readonly code: Extract<ErrorCode, "ffmpeg.failed" | "ffmpeg.missing">;
  /** The last lines ffmpeg wrote, at most 2,000 characters; they may name files, never people. */
  readonly stderrTail: string;

  constructor(code: FfmpegError["code"], message: string, stderrTail = "") {
    super(stderrTail === "" ? message : `${message}\n${stderrTail.slice(-2_000)}`);
    this.code = code;
    this.stderrTail = stderrTail.slice(-2_000);
  }
}
