import type { ErrorCode } from "../../schemas/errors.ts";

/** Why a recording cannot begin or cannot be had again, with the code that a page translates. */
export class RecorderError extends Error {
  override name = "RecorderError";
  /** `disk.full` before a recording; `recording.lost` without an index, `recording.empty` without any sound, when recovering. */
  readonly code: Extract<ErrorCode, "disk.full" | "recording.empty" | "recording.lost">;

  constructor(code: RecorderError["code"], message: string = code) {
    super(message);
    this.code = code;
  }
}
