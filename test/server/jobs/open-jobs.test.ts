import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import type { Job } from "../../../schemas/jobs.ts";
import { Refusal } from "../../../server/errors.ts";
import { openJobs } from "../../../server/jobs/open-jobs.ts";
import type { JobHandler } from "../../../server/jobs/run-job.ts";
import { openDatabase, type Database } from "../../../server/store/open-database.ts";
import { fakeJobClock } from "../../support/fake-job-clock.ts";
import { scratch } from "../../support/scratch.ts";

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
  });

async function openLine(handler: JobHandler, { path = ":memory:", concurrency = 1 } = {}) {
  const database = await openDatabase(path);
  const time = fakeJobClock();
  const bugs: unknown[] = [];
  const onBug = (error: unknown) => bugs.push(error);
  const handlers = { "render-episode": handler };
  const jobs = await openJobs({ database, handlers, concurrency, clock: time.clock, onBug });
  const heard: Job[] = [];
  jobs.onChange((job) => heard.push(job));
  return {
    jobs,
    database,
    time,
    heard,
    bugs,
    enqueue: (payload: unknown = {}) => jobs.enqueue("render-episode", payload, null),
    [Symbol.asyncDispose]: async () => {
      await jobs[Symbol.asyncDispose]();
      await database.destroy();
    },
  };
}

test("a job is done with its payload, and its progress is told by the percent", async () => {
  const seen: unknown[] = [];
  await using line = await openLine((payload, { onProgress }) => {
    seen.push(payload);
    for (const share of [0.1, 0.101, 0.5, 0.4, 7]) onProgress(share);
    return Promise.resolve();
  });
  const id = await line.enqueue({ episodeId: "e" });
  await vi.waitFor(async () => expect((await line.jobs.find(id))?.state).toBe("done"));
  expect(seen).toEqual([{ episodeId: "e" }]);
  const steps = line.heard.map(({ state, progress }) => `${state} ${progress}`);
  expect(steps).toEqual(["waiting 0", "running 0", "running 0.1", "running 0.5", "running 1", "done 1"]);
});

test("no more jobs run at a time than there are seats", async () => {
  let running = 0;
  let most = 0;
  const gates: (() => void)[] = [];
  await using line = await openLine(
    async () => {
      most = Math.max(most, (running += 1));
      await new Promise<void>((resolve) => gates.push(resolve));
      running -= 1;
    },
    { concurrency: 2 },
  );
  const ids = [await line.enqueue(), await line.enqueue(), await line.enqueue()];
  await vi.waitFor(async () => {
    gates.shift()?.();
    expect((await line.jobs.find(ids[2]!))?.state).toBe("done");
  });
  expect(most).toBe(2);
});

test("a failed job is tried again after longer and longer pauses, then waits for a person", async () => {
  let starts = 0;
  await using line = await openLine(() => {
    starts += 1;
    return Promise.reject(Object.assign(new Error("no ffmpeg"), { code: "ffmpeg.failed" }));
  });
  const id = await line.enqueue();
  for (const pauseMs of [5_000, 30_000, 120_000]) {
    await vi.waitFor(() => expect(line.time.alarms).toBe(1));
    line.time.move(pauseMs - 1);
    expect(line.time.alarms).toBe(1);
    line.time.move(1);
  }
  await vi.waitFor(async () => expect((await line.jobs.find(id))?.state).toBe("failed"));
  expect(await line.jobs.find(id)).toMatchObject({ attempts: 4, error: "ffmpeg.failed", progress: 0 });
  expect(starts).toBe(4);
  await line.jobs.retry(id);
  await vi.waitFor(() => expect(starts).toBe(5));
});

test("a refusal is final: trying again would be refused again", async () => {
  await using line = await openLine(() => Promise.reject(new Refusal("recording.lost")));
  const id = await line.enqueue();
  await vi.waitFor(async () => expect((await line.jobs.find(id))?.state).toBe("failed"));
  expect(await line.jobs.find(id)).toMatchObject({ attempts: 1, error: "recording.lost" });
});

test("a bug in a job is told as the server's failure, a full disk as a full disk", async () => {
  const errors = [new TypeError("oops"), Object.assign(new Error("write"), { code: "ENOSPC" })];
  await using line = await openLine(() => Promise.reject(errors.shift() ?? new Error("again")));
  const ids = [await line.enqueue(), await line.enqueue()];
  await vi.waitFor(async () => expect((await line.jobs.find(ids[1]!))?.error).toBe("disk.full"));
  expect((await line.jobs.find(ids[0]!))?.error).toBe("server.failed");
});

test("a running job is stopped by its signal; a waiting one leaves the line", async () => {
  const signals: AbortSignal[] = [];
  await using line = await openLine((_, { signal }) => {
    signals.push(signal);
    return untilAborted(signal);
  });
  const [running, waiting] = [await line.enqueue(), await line.enqueue()];
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  expect((await line.jobs.cancel(waiting)).state).toBe("cancelled");
  expect((await line.jobs.cancel(running)).state).toBe("cancelled");
  expect(signals).toHaveLength(1);
  expect(signals[0]!.aborted).toBe(true);
  await expect(line.jobs.cancel(running)).rejects.toMatchObject({ code: "job.not_cancellable" });
  expect((await line.jobs.retry(running)).error).toBeNull();
  await vi.waitFor(() => expect(signals).toHaveLength(2));
  await expect(line.jobs.retry(running)).rejects.toMatchObject({ code: "job.not_failed" });
});

test("an orderly stop leaves the job waiting for the next start, without counting the attempt, and sets no alarm", async () => {
  using folder = scratch();
  const path = folder.file("station.db");
  const begun = Promise.withResolvers<void>();
  const first = await openLine(
    (_, { signal }) => {
      begun.resolve();
      return untilAborted(signal);
    },
    { path },
  );
  const id = await first.enqueue({ episodeId: "e" });
  await begun.promise;
  await first[Symbol.asyncDispose]();
  expect(first.time.alarms).toBe(0);
  const seen: unknown[] = [];
  await using second = await openLine((payload) => Promise.resolve(void seen.push(payload)), { path });
  await vi.waitFor(async () => expect((await second.jobs.find(id))?.state).toBe("done"));
  expect(seen).toEqual([{ episodeId: "e" }]);
  expect((await second.jobs.find(id))?.attempts).toBe(1);
});

const disk = {
  fills: (database: Database) =>
    sql`CREATE TRIGGER full BEFORE UPDATE ON job BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`.execute(
      database,
    ),
  emptied: (database: Database) => sql`DROP TRIGGER full`.execute(database),
};

test("a line whose database refuses looks again ten seconds later", async () => {
  await using line = await openLine(() => Promise.resolve());
  await disk.fills(line.database);
  const id = await line.enqueue();
  await vi.waitFor(() => expect(line.bugs).toEqual([expect.objectContaining({ message: "database or disk is full" })]));
  await disk.emptied(line.database);
  expect((await line.jobs.find(id))?.state).toBe("waiting");
  line.time.move(10_000);
  await vi.waitFor(async () => expect((await line.jobs.find(id))?.state).toBe("done"));
  expect(line.time.alarms).toBe(0);
});

test("a job whose end could not be written is done again once there is room, like after a crash", async () => {
  const rooms: Database[] = [];
  let starts = 0;
  await using line = await openLine(async (_, { onProgress }) => {
    starts += 1;
    for (const room of rooms.splice(0)) await disk.fills(room);
    onProgress(0.5);
  });
  rooms.push(line.database);
  const id = await line.enqueue();
  // Its progress, its end, and that it waits again.
  await vi.waitFor(() => expect(line.bugs).toHaveLength(3));
  await disk.emptied(line.database);
  expect((await line.jobs.find(id))?.state).toBe("running");
  line.time.move(10_000);
  await vi.waitFor(async () => expect(await line.jobs.find(id)).toMatchObject({ state: "done", attempts: 2 }));
  expect(starts).toBe(2);
});
