import { availableParallelism } from "node:os";
import { v7 as uuid } from "uuid";
import { ClassroomId, JobId } from "../../schemas/ids.ts";
import type { Job } from "../../schemas/jobs.ts";
import { Refusal } from "../errors.ts";
import { openJobRows, type QueuedJob } from "../store/job-rows.ts";
import type { Database } from "../store/open-database.ts";
import { jobErrorCode } from "./job-error-code.ts";
import { systemClock, type JobClock } from "./job-clock.ts";

/** Does one kind of work. Aborted, it leaves nothing behind and throws; begun again after a crash, it starts from the beginning. */
export type JobHandler = (
  payload: unknown,
  work: { jobId: JobId; signal: AbortSignal; onProgress: (share: number) => void },
) => Promise<void>;

/** The long works of the station: persistent, bounded, resumed after a restart. Disposing stops them; the next start takes them up again. */
export type Jobs = AsyncDisposable & {
  /** Puts a work in line. `payload` must survive JSON. */
  enqueue(kind: Job["kind"], payload: unknown, classroomId: ClassroomId | null): Promise<JobId>;
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
  handlers: Record<Job["kind"], JobHandler>;
  /** Most works at a time; all cores but one unless told, at least 1. */
  concurrency?: number;
  clock?: JobClock;
  /** Told of what a handler threw, for the log. */
  onFailure?: (jobId: JobId, error: unknown) => void;
};

// Pauses before the 2nd, 3rd and 4th attempt; then a person decides.
const pausesMs = [5_000, 30_000, 120_000];

/** Opens the queue and takes up what a former process left unfinished. */
export async function openJobs(options: Options): Promise<Jobs> {
  const { database, handlers, clock = systemClock, onFailure = () => undefined } = options;
  const concurrency = Math.max(1, options.concurrency ?? availableParallelism() - 1);
  const rows = openJobRows(database);
  const listeners = new Set<JobListener>();
  const running = new Map<JobId, { stop: AbortController; ended: Promise<void> }>();
  let isClosing = false;
  let taking = Promise.resolve();
  let endPause: () => void = () => undefined;

  const announce = (queued: QueuedJob | undefined) => {
    if (queued) for (const listener of listeners) listener(queued.job, queued.classroomId);
    return queued;
  };
  const change = async (id: JobId, fields: Parameters<typeof rows.change>[1]) =>
    announce(await rows.change(id, fields));

  async function requireJob(id: JobId): Promise<QueuedJob> {
    const queued = await rows.find(id);
    if (queued === undefined) throw new Refusal("job.not_found");
    return queued;
  }

  // One look at the line at a time; whoever calls waits for a look that began after the call.
  function look(): Promise<void> {
    taking = taking.then(takeAll);
    return taking;
  }

  async function takeAll(): Promise<void> {
    endPause();
    while (!isClosing && running.size < concurrency) {
      const queued = await rows.takeNext(clock.now());
      if (queued === undefined) break;
      begin(queued);
    }
    const next = isClosing || running.size >= concurrency ? undefined : await rows.nextRunAfter();
    if (next !== undefined) endPause = clock.after(Math.max(0, next - clock.now()), () => void look());
  }

  function begin(queued: QueuedJob): void {
    const stop = new AbortController();
    announce(queued);
    const ended = work(queued, stop.signal).finally(() => {
      running.delete(queued.job.id);
      if (!isClosing) void look();
    });
    running.set(queued.job.id, { stop, ended });
  }

  async function work({ job, payload }: QueuedJob, signal: AbortSignal): Promise<void> {
    let percent = 0;
    let writing: Promise<unknown> = Promise.resolve();
    const onProgress = (share: number) => {
      const reached = Math.floor(Math.min(Math.max(share, 0), 1) * 100);
      if (reached <= percent || signal.aborted) return;
      percent = reached;
      writing = writing.then(() => change(job.id, { progress: reached / 100 }));
    };
    try {
      await handlers[job.kind](payload, { jobId: job.id, signal, onProgress });
      await writing;
      await change(job.id, { state: "done", progress: 1 });
    } catch (error) {
      await writing;
      await (signal.aborted ? settleStopped(job, signal) : settleFailed(job, error));
    }
  }

  async function settleStopped(job: Job, signal: AbortSignal): Promise<void> {
    const isCancelled = signal.reason instanceof Refusal && signal.reason.code === "job.cancelled";
    if (isCancelled) await change(job.id, { state: "cancelled", progress: 0 });
    // A start that the station itself cut short does not count.
    else await rows.change(job.id, { state: "waiting", progress: 0, attempts: job.attempts - 1 });
  }

  async function settleFailed(job: Job, error: unknown): Promise<void> {
    onFailure(job.id, error);
    const code = jobErrorCode(error);
    const pauseMs = error instanceof Refusal ? undefined : pausesMs[job.attempts - 1];
    if (pauseMs === undefined) await change(job.id, { state: "failed", progress: 0, error: code });
    else await change(job.id, { state: "waiting", progress: 0, error: code, runAfter: clock.now() + pauseMs });
  }

  // What was running when a process died waits again; what took it down every time does not.
  for (const { job } of await rows.interrupted()) {
    const isHopeless = job.attempts > pausesMs.length;
    await rows.change(job.id, isHopeless ? { state: "failed", error: "server.failed" } : { state: "waiting" });
  }
  void look();

  return {
    enqueue: async (kind, payload, classroomId) => {
      const id = JobId.parse(uuid());
      const text = JSON.stringify(payload);
      announce(await rows.add({ id, kind, payload: text, classroomId, createdAt: clock.now() }));
      void look();
      return id;
    },
    find: async (id) => (await rows.find(id))?.job,
    cancel: async (id) => {
      // A job that is just being taken is in the line or running afterwards.
      await taking;
      const { job } = await requireJob(id);
      const work = running.get(id);
      work?.stop.abort(new Refusal("job.cancelled"));
      await work?.ended;
      if (work === undefined && job.state === "waiting") await change(id, { state: "cancelled", progress: 0 });
      const { job: after } = await requireJob(id);
      if (job.state === "cancelled" || after.state !== "cancelled") throw new Refusal("job.not_cancellable");
      return after;
    },
    retry: async (id) => {
      const { job } = await requireJob(id);
      if (job.state !== "failed" && job.state !== "cancelled") throw new Refusal("job.not_failed");
      await change(id, { state: "waiting", progress: 0, attempts: 0, error: null, runAfter: clock.now() });
      void look();
      return (await requireJob(id)).job;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.asyncDispose]: async () => {
      isClosing = true;
      for (const { stop } of running.values()) stop.abort(new Refusal("server.closing"));
      await taking;
      endPause();
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}
