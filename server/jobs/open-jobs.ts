import { availableParallelism } from "node:os";
import { JobId, type ClassroomId } from "../../schemas/ids.ts";
import type { Job } from "../../schemas/jobs.ts";
import { Refusal } from "../errors.ts";
import { openJobRows, type QueuedJob } from "../store/job-rows.ts";
import { newId } from "../store/new-id.ts";
import type { Database } from "../store/open-database.ts";
import { systemClock, type JobClock } from "./job-clock.ts";
import { openLine } from "./open-line.ts";
import { kindsOf, runJob, usualPausesMs, type JobChange, type JobHandlers } from "./run-job.ts";

/** The long works of the station: persistent, bounded, resumed after a restart. Disposing stops them; the next start takes them up again. */
export type Jobs = AsyncDisposable & {
  /** Puts a work in line, not to be begun before an instant if one is told (epoch milliseconds). `payload` must survive JSON. */
  enqueue(kind: Job["kind"], payload: unknown, classroomId: ClassroomId | null, runAfter?: number): Promise<JobId>;
  find(id: JobId): Promise<Job | undefined>;
  /** Takes a waiting job out of the line or stops a running one; resolves once it has stopped. Throws `job.not_cancellable`. */
  cancel(id: JobId): Promise<Job>;
  /** Puts a failed or cancelled job in line again, with all its attempts. Throws `job.not_failed`. */
  retry(id: JobId): Promise<Job>;
  /** Hears of every change of a job: its state, and its progress by the percent. Returns what ends the listening. */
  onChange(listener: JobListener): () => void;
};

/** Hears what became of a job, and whose it is. */
export type JobListener = (job: Job, classroomId: ClassroomId | null) => void;

type Options = {
  database: Database;
  /** The kinds of work that this queue does; others are another queue's. */
  handlers: JobHandlers;
  /** Most works at a time; all cores but one unless told, at least 1. */
  concurrency?: number;
  clock?: JobClock;
  /** Pauses before the 2nd and each further attempt, three unless told. */
  pausesMs?: readonly number[];
  /** Told of what a handler threw, for the log. */
  onFailure?: (jobId: JobId, error: unknown) => void;
  /** Told when the line itself could not go on, for the log: it looks again by itself. */
  onBug?: (error: unknown) => void;
};

/** Opens the queue and takes up what a former process left unfinished. */
export async function openJobs(options: Options): Promise<Jobs> {
  const { database, handlers, clock = systemClock, pausesMs = usualPausesMs } = options;
  const { onFailure = () => undefined, onBug = () => undefined } = options;
  const seats = Math.max(1, options.concurrency ?? availableParallelism() - 1);
  const rows = openJobRows(database, kindsOf(handlers));
  const listeners = new Set<JobListener>();

  const announce = (queued: QueuedJob | undefined) => {
    if (queued) for (const listener of listeners) listener(queued.job, queued.classroomId);
  };
  const change = async (id: JobId, fields: JobChange): Promise<void> => {
    announce(await rows.change(id, fields));
  };
  const runner = { handlers, pausesMs, clock, change, changeSilently: rows.change, onFailure, onBug };
  const run = (queued: QueuedJob, signal: AbortSignal) => {
    announce(queued);
    return runJob(runner, queued, signal);
  };
  // What was begun and has no end waits again; what took the process down every time does not.
  const takeUp = ({ job }: QueuedJob) => {
    const isHopeless = job.attempts > pausesMs.length;
    return change(job.id, isHopeless ? { state: "failed", error: "server.failed" } : { state: "waiting" });
  };
  const line = openLine({ rows, seats, clock, run, takeUp, onBug }, new Refusal("server.closing"));
  const require = async (id: JobId): Promise<Job> => {
    const queued = await rows.find(id);
    if (queued === undefined) throw new Refusal("job.not_found");
    return queued.job;
  };

  for (const interrupted of await rows.interrupted()) await takeUp(interrupted);
  line.look();

  return {
    enqueue: async (kind, payload, classroomId, runAfter = clock.now()) => {
      const made = { id: newId(JobId), kind, classroomId, createdAt: clock.now() };
      const row = { ...made, payload: JSON.stringify(payload), runAfter };
      announce(await rows.add(row));
      line.look();
      return row.id;
    },
    find: async (id) => (await rows.find(id))?.job,
    cancel: async (id) => {
      const before = await require(id);
      const hasRun = await line.stop(id, new Refusal("job.cancelled"));
      if (!hasRun && before.state === "waiting") await change(id, { state: "cancelled", progress: 0 });
      const after = await require(id);
      if (before.state === "cancelled" || after.state !== "cancelled") throw new Refusal("job.not_cancellable");
      return after;
    },
    retry: async (id) => {
      const { state } = await require(id);
      if (state !== "failed" && state !== "cancelled") throw new Refusal("job.not_failed");
      await change(id, { state: "waiting", progress: 0, attempts: 0, error: null, runAfter: clock.now() });
      line.look();
      return require(id);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.asyncDispose]: () => line[Symbol.asyncDispose](),
  };
}
