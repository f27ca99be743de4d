import { z } from "zod";
import type { ClassroomId, FamilyId, JobId } from "../../schemas/ids.ts";
import { NewsKind } from "../../schemas/news.ts";
import { forgetEnded } from "../jobs/forget-ended.ts";
import type { JobClock } from "../jobs/job-clock.ts";
import { openJobs } from "../jobs/open-jobs.ts";
import { openHomes } from "../store/homes.ts";
import type { Database } from "../store/open-database.ts";
import { openPushSubscriptions, type Follower } from "../store/push-subscriptions.ts";
import { openToldNews, type News } from "../store/told-news.ts";
import type { Pusher } from "./make-pusher.ts";
import { firstLoudMinute } from "./quiet-hours.ts";

/** Tells browsers what they wanted to be told of. Disposing it leaves what is not sent for the next start. */
export type NewsDesk = AsyncDisposable & {
  /** Looks for what is new and puts it in line; it does so by itself three times a minute. */
  look(): Promise<void>;
};

const Errand = z.strictObject({ followerId: z.string(), kind: NewsKind, until: z.number() });

const lookMs = 20_000;
/** A push service may be out of reach for an hour. */
const pausesMs = [5, 30, 120, 600, 3_600].map((seconds) => seconds * 1_000);
/** A line of its own: nothing waits for a push service. */
const sentAtATime = 4;

type Parts = {
  database: Database;
  pusher: Pusher;
  /** Epoch milliseconds of the station's clock. */
  now: () => number;
  clock: JobClock;
  onFailure: (jobId: JobId, error: unknown) => void;
  onBug: (error: unknown) => void;
};

/** Whether a browser may still hear of the channel: everybody of a public one, a family of its child's as long as its link holds. */
function mayHear({ familyId, visibility, classroomId, isArchived }: Follower, hasChildIn: HasChild): Promise<boolean> {
  if (familyId === null || visibility === "public") return Promise.resolve(visibility === "public");
  if (visibility === "class" || isArchived) return Promise.resolve(false);
  return hasChildIn(familyId, classroomId);
}
type HasChild = (familyId: FamilyId, classroomId: ClassroomId) => Promise<boolean>;

/** Opens the desk and takes up what a former process left. */
export async function openNewsDesk({ database, pusher, now, clock, onFailure, onBug }: Parts): Promise<NewsDesk> {
  const subscriptions = openPushSubscriptions(database, now);
  const told = openToldNews(database, now);
  const { hasChildIn } = openHomes(database);

  const deliver = async (payload: unknown, { signal }: { signal: AbortSignal }) => {
    const { followerId, kind, until } = Errand.parse(payload);
    const follower = await subscriptions.find(followerId);
    const lastsSeconds = Math.floor((until - now()) / 1_000);
    if (follower === undefined || lastsSeconds <= 0 || !(await mayHear(follower, hasChildIn))) return;
    const { wish, slug, radio, endpoint } = follower;
    const news = { kind, radio, path: `/chaines/${slug}`, language: wish.language };
    if (!(await pusher(follower, news, lastsSeconds, signal))) await subscriptions.forget(endpoint);
  };

  await using opening = new AsyncDisposableStack();
  const queue = { database, pausesMs, concurrency: sentAtATime, clock, onFailure };
  const jobs = await openJobs({ ...queue, handlers: { "send-news": deliver } });
  opening.use(await forgetEnded(database, jobs, "send-news", onBug));
  opening.use(jobs);

  const tell = async (news: News) => {
    const { kind, channelId, until } = news;
    for (const { id: followerId, wish } of await subscriptions.ofChannel(channelId)) {
      const loudAt = firstLoudMinute(now(), wish.quiet);
      if (!wish.kinds.includes(kind) || loudAt >= until) continue;
      await jobs.enqueue("send-news", { followerId, kind, until }, null, loudAt);
    }
    await told.markTold(news);
  };
  const lookOnce = async () => {
    for (const news of await told.listUntold()) await tell(news);
    await told.forgetOld();
  };
  let looking = Promise.resolve();
  const look = () => (looking = looking.then(lookOnce).catch(onBug));
  let callOff: () => void = () => undefined;
  const tick = () => {
    callOff = clock.after(lookMs, tick);
    void look();
  };
  opening.defer(async () => {
    callOff();
    await looking;
  });
  tick();
  const open = opening.move();
  return { look, [Symbol.asyncDispose]: () => open.disposeAsync() };
}
