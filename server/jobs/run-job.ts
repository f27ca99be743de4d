import type { JobId } from "../../schemas/ids.ts";
import type { Job } from "../../schemas/jobs.ts";
import { Refusal } from "../errors.ts";
import type { openJobRows, QueuedJob } from "../store/job-rows.ts";
import type { JobClock } from "./job-clock.ts";
import { jobErrorCode } from "./job-error-code.ts";

/** Does one kind of work. Aborted, it leaves nothing behind and throws; begun again after a crash, it starts from the beginning. */
export type JobHandler = (
  payload: unknown,
  work: { jobId: JobId; signal: AbortSignal; onProgress: (share: number) => void },
) => Promise<void>;

/** What a queue does, by kind. */
export type JobHandlers = Readonly<Partial<Record<Job["kind"], JobHandler>>>;

/** The kinds that a queue has a handler for. */
export const kindsOf = (handlers: JobHandlers) => Object.keys(handlers) as Job["kind"][];

/** What may change in a job's row. */
export type JobChange = Parameters<ReturnType<typeof openJobRows>["change"]>[1];

/** What running a job needs of its queue. */
export type JobRunner = {
  handlers: JobHandlers;
  pausesMs: readonly number[];
  clock: JobClock;
  /** Writes a change and tells of it. */
  change(id: JobId, fields: JobChange): Promise<unknown>;
  /** Writes a change that nobody needs to hear of. */
  changeSilently(id: JobId, fields: JobChange): Promise<unknown>;
  onFailure(jobId: JobId, error: unknown): void;
  onBug(error: unknown): void;
};

/** Pauses before the 2nd, 3rd and 4th attempt; then a person decides. */
export const usualPausesMs = [5_000, 30_000, 120_000];

/** Runs a taken job to whatever becomes of it: done, waiting for its next attempt, failed, cancelled. Never throws for the job's sake, only when that cannot be written. */
export async function runJob(runner: JobRunner, { job, payload }: QueuedJob, signal: AbortSignal): Promise<void> {
  const progress = writeProgress(runner, job, signal);
  try {
    await runner.handlers[job.kind]!(payload, { jobId: job.id, signal, onProgress: progress.reach });
    await progress.written();
    await runner.change(job.id, { state: "done", progress: 1 });
  } catch (error) {
    await progress.written();
    await (signal.aborted ? settleStopped(runner, job, signal) : settleFailed(runner, job, error));
  }
}

function writeProgress(runner: JobRunner, { id }: Job, signal: AbortSignal) {
  let percent = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const reach = (share: number) => {
    const reached = Math.floor(Math.min(Math.max(share, 0), 1) * 100);
    if (reached <= percent || signal.aborted) return;
    percent = reached;
    // The next percent will do.
    writing = writing.then(() => runner.change(id, { progress: reached / 100 })).catch(runner.onBug);
  };
  return { reach, written: () => writing };
}

async function settleStopped({ change, changeSilently }: JobRunner, job: Job, signal: AbortSignal): Promise<void> {
  const isCancelled = signal.reason instanceof Refusal && signal.reason.code === "job.cancelled";
  if (isCancelled) await change(job.id, { state: "cancelled", progress: 0 });
  // A start that the station itself cut short does not count.
  else await changeSilently(job.id, { state: "waiting", progress: 0, attempts: job.attempts - 1 });
}

async function settleFailed(
  { change, clock, pausesMs, onFailure }: JobRunner,
  job: Job,
  error: unknown,
): Promise<void> {
  onFailure(job.id, error);
  const code = jobErrorCode(error);
  const pauseMs = error instanceof Refusal ? undefined : pausesMs[job.attempts - 1];
  if (pauseMs === undefined) await change(job.id, { state: "failed", progress: 0, error: code });
  else await change(job.id, { state: "waiting", progress: 0, error: code, runAfter: clock.now() + pauseMs });
}
