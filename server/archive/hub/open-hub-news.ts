import { z } from "zod";
import { Slug } from "../../../schemas/channels.ts";
import { forgetEnded } from "../../jobs/forget-ended.ts";
import { systemClock, type JobClock } from "../../jobs/job-clock.ts";
import { openJobs } from "../../jobs/open-jobs.ts";
import { openChannels } from "../../store/channels.ts";
import { openJobRows } from "../../store/job-rows.ts";
import type { Database } from "../../store/open-database.ts";
import { feedUrl } from "../channel-feed.ts";
import { pingHub } from "./ping-hub.ts";

const Payload = z.strictObject({ slug: Slug });

/** How often is looked for what changed: subscribers of a hub hear of it within seconds. */
const lookEveryMs = 5_000;
/** A hub that is away for a few hours misses nothing. */
const pausesMs = [10_000, 60_000, 600_000, 3_600_000, 14_400_000];
/** What a station that stopped had no time to tell. */
const beforeStartMs = 600_000;

type Parts = {
  database: Database;
  /** Without one nobody is told anything. */
  /** `undefined` where no hub is configured. */
  hub: { address: string; origin: string } | undefined;
  onFailure?: (jobId: string, error: unknown) => void;
  onBug: (error: unknown) => void;
  clock?: () => number;
  jobClock?: JobClock;
};

/** Tells the configured WebSub hub of each public feed that changed; of no other. Disposing it ends that, what still waits is told after the next start. */
export async function openHubNews(parts: Parts): Promise<AsyncDisposable> {
  const { database, hub, onBug, onFailure = () => undefined, clock = Date.now, jobClock = systemClock } = parts;
  await using opening = new AsyncDisposableStack();
  if (hub === undefined) return opening.move();
  const channels = openChannels(database, clock);
  const rows = openJobRows(database, ["ping-hub"]);
  const tell = async (payload: unknown, { signal }: { signal: AbortSignal }) => {
    const { slug } = Payload.parse(payload);
    // It may have been closed since.
    const isPublic = (await channels.publicChangedSince(0)).includes(slug);
    if (isPublic) await pingHub(hub.address, feedUrl(hub.origin, { slug }), signal);
  };
  const queue = { database, pausesMs, concurrency: 2, onFailure, onBug, clock: jobClock };
  const jobs = await openJobs({ ...queue, handlers: { "ping-hub": tell } });
  opening.use(await forgetEnded(database, jobs, "ping-hub", onBug));
  opening.use(jobs);

  let lookedAt = clock() - beforeStartMs;
  async function look() {
    const now = clock();
    const waiting = new Set((await rows.waitingPayloads()).map((payload) => Payload.parse(payload).slug));
    // What changed in the very moment of a look may be told twice, and is never missed.
    for (const slug of await channels.publicChangedSince(lookedAt))
      if (!waiting.has(slug)) await jobs.enqueue("ping-hub", { slug }, null);
    lookedAt = now;
  }
  opening.use(lookAgain({ look, jobClock, onBug }));
  return opening.move();
}

function lookAgain({
  look,
  jobClock,
  onBug,
}: Pick<Parts, "onBug"> & { look: () => Promise<void>; jobClock: JobClock }) {
  let looking = Promise.resolve();
  let callOff: () => void = () => undefined;
  const again = () => {
    looking = looking.then(look).catch(onBug);
    callOff = jobClock.after(lookEveryMs, again);
  };
  again();
  return {
    [Symbol.asyncDispose]: async () => {
      callOff();
      await looking;
    },
  };
}
