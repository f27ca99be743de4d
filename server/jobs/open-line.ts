import type { JobId } from "../../schemas/ids.ts";
import type { openJobRows, QueuedJob } from "../store/job-rows.ts";
import type { JobClock } from "./job-clock.ts";

type LineParts = {
  rows: ReturnType<typeof openJobRows>;
  /** Most works at a time. */
  seats: number;
  clock: JobClock;
  /** Runs a job that was taken; rejects when what became of it could not be written down. */
  run(queued: QueuedJob, signal: AbortSignal): Promise<void>;
  /** Puts such a job in line again. */
  takeUp(queued: QueuedJob): Promise<void>;
  onBug(error: unknown): void;
};

/** Pause after the database refused: a disk that is full, or a lock that lasts, goes by. */
const lookAgainMs = 10_000;

/** The line that jobs wait in. Disposing it stops those that run and waits for them; no alarm stays set. */
export type Line = AsyncDisposable & {
  /** Takes jobs while there are seats, and sets an alarm for the next that may run later. */
  look(): void;
  /** Stops a job for this reason if it runs, and waits for its end; tells whether it ran. */
  stop(id: JobId, reason: Error): Promise<boolean>;
};

/** Opens the line; nothing is taken before the first look. `closing` is the reason that running jobs are stopped for at the end. */
export function openLine({ rows, seats, clock, run, takeUp, onBug }: LineParts, closing: Error): Line {
  const running = new Map<JobId, { abort: AbortController; ended: Promise<void> }>();
  const unsettled: QueuedJob[] = [];
  let isClosing = false;
  let taking = Promise.resolve();
  let endPause: () => void = () => undefined;

  // One look at a time; whoever calls gets a look that begins after the call.
  const look = () => {
    taking = taking.then(takeAll).catch(lookAgain);
  };

  const lookAgain = (error: unknown) => {
    onBug(error);
    if (!isClosing) endPause = clock.after(lookAgainMs, look);
  };

  async function takeAll(): Promise<void> {
    endPause();
    while (!isClosing && unsettled[0] !== undefined) {
      await takeUp(unsettled[0]);
      unsettled.shift();
    }
    while (!isClosing && running.size < seats) {
      const queued = await rows.takeNext(clock.now());
      if (queued === undefined) break;
      begin(queued);
    }
    const next = isClosing || running.size >= seats ? undefined : await rows.nextRunAfter();
    if (next !== undefined) endPause = clock.after(Math.max(0, next - clock.now()), look);
  }

  function begin(queued: QueuedJob): void {
    const abort = new AbortController();
    const ended = Promise.resolve()
      .then(() => run(queued, abort.signal))
      .catch((error: unknown) => {
        onBug(error);
        unsettled.push(queued);
      })
      .finally(() => {
        running.delete(queued.job.id);
        if (!isClosing) look();
      });
    running.set(queued.job.id, { abort, ended });
  }

  return {
    look,
    stop: async (id, reason) => {
      // A job that is just being taken waits or runs afterwards.
      await taking;
      const work = running.get(id);
      work?.abort.abort(reason);
      await work?.ended;
      return work !== undefined;
    },
    [Symbol.asyncDispose]: async () => {
      isClosing = true;
      for (const { abort } of running.values()) abort.abort(closing);
      await taking;
      endPause();
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}
