import { z } from "zod";
import type { JobId } from "../../schemas/ids.ts";
import { NewsKind, usualQuietHours } from "../../schemas/news.ts";
import { forgetEnded } from "../jobs/forget-ended.ts";
import type { JobClock } from "../jobs/job-clock.ts";
import { openJobs } from "../jobs/open-jobs.ts";
import type { Post } from "../mail/open-post.ts";
import { openHomes } from "../store/homes.ts";
import type { Database } from "../store/open-database.ts";
import { openLetterSubscriptions, type LetterReader } from "../store/letter-subscriptions.ts";
import { openPushSubscriptions } from "../store/push-subscriptions.ts";
import { openToldNews, type News } from "../store/told-news.ts";
import { mayHear } from "./may-hear.ts";
import type { Pusher } from "./make-pusher.ts";
import { firstLoudMinute, loudMinutes } from "./quiet-hours.ts";

/** Tells browsers what they wanted to be told of. Disposing it leaves what is not sent for the next start. */
export type NewsDesk = AsyncDisposable & {
  /** Looks for what is new and puts it in line; it does so by itself three times a minute. */
  look(): Promise<void>;
};

const Errand = z.strictObject({ followerId: z.string(), kind: NewsKind, until: z.number() });

const lookMs = 20_000;
/** A letter leaves so long after the episode that it is written for, with what comes out meanwhile, and when a letter before it has gone. */
const gatheringMs = 60_000;
/** A push service may be out of reach for an hour. */
const pausesMs = [5, 30, 120, 600, 3_600].map((seconds) => seconds * 1_000);
/** A line of its own: nothing waits for a push service. */
const sentAtATime = 4;

type Parts = {
  database: Database;
  pusher: Pusher;
  post: Pick<Post, "send" | "waiting">;
  /** Epoch milliseconds of the station's clock. */
  now: () => number;
  clock: JobClock;
  onFailure: (jobId: JobId, error: unknown) => void;
  onBug: (error: unknown) => void;
};

/** Opens the desk and takes up what a former process left. */
export async function openNewsDesk({ database, pusher, post, now, clock, onFailure, onBug }: Parts): Promise<NewsDesk> {
  const subscriptions = openPushSubscriptions(database, now);
  const letters = openLetterSubscriptions(database, now);
  const told = openToldNews(database, now);
  const { hasChildIn } = openHomes(database);

  const deliver = async (payload: unknown, { signal }: { signal: AbortSignal }) => {
    const { followerId, kind, until } = Errand.parse(payload);
    const follower = await subscriptions.find(followerId);
    const lastsSeconds = Math.floor((until - now()) / 1_000);
    if (follower === undefined || lastsSeconds <= 0 || !(await mayHear(follower, hasChildIn))) return;
    const { wish, slug, radio, endpoint } = follower;
    if (!wish.kinds.includes(kind)) return;
    // It has waited, for a push service or for another night than the one that the reader wishes by now.
    const loudAt = firstLoudMinute(now(), wish.quiet);
    if (loudAt > now()) {
      if (loudAt < until) await jobs.enqueue("send-news", { followerId, kind, until }, null, loudAt);
      return;
    }
    const news = { kind, radio, path: `/chaines/${slug}`, language: wish.language };
    if (!(await pusher(follower, news, lastsSeconds, signal))) await subscriptions.forget(endpoint);
  };

  await using opening = new AsyncDisposableStack();
  const queue = { database, pausesMs, concurrency: sentAtATime, clock, onFailure };
  const jobs = await openJobs({ ...queue, handlers: { "send-news": deliver } });
  opening.use(await forgetEnded(database, jobs, "send-news", onBug));
  opening.use(jobs);

  // Letters keep the usual quiet hours: telephones ring for them too. One that waits will tell of what comes out until it leaves.
  const write = async (readers: readonly LetterReader[]) => {
    const leavesAt = firstLoudMinute(now() + gatheringMs, usualQuietHours);
    const waiting = new Set((await post.waiting()).flatMap((errand) => (errand.about === "news" ? [errand.id] : [])));
    for (const { id } of readers) if (!waiting.has(id)) await post.send({ about: "news", id }, leavesAt);
  };
  const tell = async (news: News) => {
    const { kind, channelId, until } = news;
    const loudMinuteOf = loudMinutes(now());
    for (const { id: followerId, wish } of await subscriptions.ofChannel(channelId)) {
      const loudAt = loudMinuteOf(wish.quiet);
      if (!wish.kinds.includes(kind) || loudAt >= until) continue;
      await jobs.enqueue("send-news", { followerId, kind, until }, null, loudAt);
    }
    if (kind === "episode") await write(await letters.withEachEpisodeOf(channelId));
    await told.markTold(news);
  };
  const lookOnce = async () => {
    for (const news of await told.listUntold()) await tell(news);
    await write(await letters.afterAWeek());
    await Promise.all([told.forgetOld(), letters.forgetUnconfirmed()]);
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
