import { stat } from "node:fs/promises";
import { encodeModel } from "../../media/takes/encode-model.ts";
import { openJobs, type Jobs } from "../jobs/open-jobs.ts";
import { openAnchors } from "../store/anchors.ts";
import { openExercises } from "../store/exercises.ts";
import type { Database } from "../store/open-database.ts";
import { openRetention } from "../store/retention.ts";
import { openTakes } from "../store/takes.ts";
import { measureTakeJob } from "./measure-take-job.ts";
import { openTakeShelf, type TakeShelf } from "./open-take-shelf.ts";
import { takePaths } from "./take-paths.ts";
import { openTakeUploads, type TakeUploads } from "./take-uploads.ts";

/** What the oral exercises stand on. Disposing it stops the analyses under way; the next start takes them up again. */
export type Oral = AsyncDisposable & {
  takeShelf: TakeShelf;
  takeUploads: TakeUploads;
  /** The line of analyses: one at a time, so that a class that records at once does not take the machine. */
  takeJobs: Jobs;
};

type Parts = {
  database: Database;
  mediaDirectory: string;
  onFailure: (jobId: string, error: unknown) => void;
  /** Told of what kept the line from going on. */
  onBug: (error: unknown) => void;
  clock: () => number;
};

/** Opens it, and puts those takes in line whose analysis a crash kept out of it. */
export async function openOral({ database, mediaDirectory, onFailure, onBug, clock }: Parts): Promise<Oral> {
  await using opening = new AsyncDisposableStack();
  const [exercises, takes, retention] = [
    openExercises(database, clock),
    openTakes(database, clock),
    openRetention(database, clock),
  ];
  const trackDays = async () => {
    const schools = await retention.schools();
    return new Map(
      await Promise.all(schools.map(async (id) => [id, (await retention.policyOf(id)).policy.trackDays] as const)),
    );
  };
  const takeShelf = await openTakeShelf({
    exercises,
    takes,
    anchors: openAnchors(database),
    mediaDirectory,
    encodeModel,
    trackDays,
    clock,
  });
  const handlers = { "measure-take": measureTakeJob({ takes, mediaDirectory }) };
  const takeJobs = opening.use(await openJobs({ database, handlers, onFailure, onBug, concurrency: 1 }));
  for (const takeId of await takes.unmeasured()) {
    if ((await stat(takePaths(mediaDirectory).arriving(takeId)).catch(() => undefined)) === undefined) continue;
    const { exerciseId } = await takes.require(takeId);
    await takeJobs.enqueue("measure-take", { takeId }, (await exercises.require(exerciseId)).classroomId);
  }
  const takeUploads = openTakeUploads({ takes, exercises, takeShelf, jobs: takeJobs, mediaDirectory });
  const open = opening.move();
  return { takeShelf, takeUploads, takeJobs, [Symbol.asyncDispose]: () => open.disposeAsync() };
}
