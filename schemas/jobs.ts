import { z } from "zod";
import { ErrorCode } from "./errors.ts";
import { JobId } from "./ids.ts";

/** Where a long work stands. `waiting` includes the pause before a retry. */
export const JobState = z.enum(["waiting", "running", "done", "failed", "cancelled"]);
/** See {@link JobState}. */
export type JobState = z.infer<typeof JobState>;

/** A long work of the persistent queue, as its page shows it. */
export const Job = z.strictObject({
  id: JobId,
  kind: z.enum([
    "send-letter",
    "send-news",
    "ping-hub",
    "render-episode",
    "import-podcast",
    "measure-turns",
    "measure-take",
  ]),
  state: JobState,
  /** Share done, 0 to 1. */
  progress: z.number().min(0).max(1),
  /** How often it was begun. */
  attempts: z.int().min(0),
  error: ErrorCode.nullable(),
});
/** See {@link Job}. */
export type Job = z.infer<typeof Job>;
