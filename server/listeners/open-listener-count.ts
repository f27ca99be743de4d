import type { EpisodeId, ShowId } from "../../schemas/ids.ts";
import { dayInParis } from "../../schemas/consent.ts";
import type { ListenedTo, Listenings } from "../store/listenings.ts";
import { DayMarks, type Who } from "./day-marks.ts";
import type { Span } from "./heard-spans.ts";
import { openKeptDays } from "./kept-days.ts";

/** IAB Podcast Measurement 2.1: less than a minute of sound is no listening. */
const neededSeconds = 60;
/** A player that has asked for no piece of a live show for so long is gone: it asks every two seconds. */
const patienceMs = 30_000;
/** Who listens over midnight goes on being the same listener for so long; then the former day's salt is thrown away. */
const overMidnightMs = 3_600_000;
const tickMs = 10_000;
const keepEveryTicks = 3;

/** A part of an episode that was sent. */
export type SentSound = {
  episodeId: EpisodeId;
  /** On the station's own pages, or by an app that fetches it. */
  way: ListenedTo["way"];
  span: Span;
  durationSeconds: number;
};

/** Counts listeners without knowing them. Disposing it keeps what was counted, and the day's marks for a start on the same day. */
export type ListenerCount = AsyncDisposable & {
  /** A part of an episode reached somebody. */
  hearEpisode(who: Who, sent: SentSound): void;
  /** Somebody's player asked for the next piece of a live show. */
  hearLive(who: Who, showId: ShowId): void;
  /** Somebody opened a stream that lasts; `liveShow` tells which show is heard on it now. The answer is to be called when it ends. */
  enterStream(who: Who, liveShow: () => ShowId | undefined): () => void;
  /** Writes down what was counted; it does so by itself twice a minute. */
  keep(): Promise<void>;
};

type Parts = {
  dataDirectory: string;
  listenings: Pick<Listenings, "add">;
  /** How many listen to each live show at this moment. */
  audiences: () => readonly { showId: ShowId; listeners: number }[];
  /** Epoch milliseconds of the station's clock. */
  now: () => number;
  clock: { after(delayMs: number, wake: () => void): () => void };
  onBug: (error: unknown) => void;
};

type Counts = Map<string, number>;
type Counted = Record<"episodes" | "live" | "minutes", Counts>;
const noCounts = (): Counted => ({ episodes: new Map(), live: new Map(), minutes: new Map() });
const addTo = (counts: Counts, key: string, more = 1) => counts.set(key, (counts.get(key) ?? 0) + more);

/** What was counted before and after; of one minute the larger audience. */
function together(before: Counted, after: Counted): Counted {
  for (const kind of ["episodes", "live"] as const)
    for (const [key, count] of before[kind]) addTo(after[kind], key, count);
  for (const [key, listeners] of before.minutes)
    after.minutes.set(key, Math.max(after.minutes.get(key) ?? 0, listeners));
  return after;
}

/** The day in Paris; looked up once a minute, since this is asked with every piece of live sound. */
function makeToday(now: () => number): () => string {
  let [minute, day] = [Number.NaN, ""];
  return () => {
    const at = now();
    if (Math.floor(at / 60_000) !== minute) [minute, day] = [Math.floor(at / 60_000), dayInParis(at)];
    return day;
  };
}

/** Opens the count and takes up the running day's marks that a former process left. */
export async function openListenerCount(parts: Parts): Promise<ListenerCount> {
  const { dataDirectory, listenings, audiences, now, clock, onBug } = parts;
  const kept = openKeptDays(dataDirectory);
  const today = makeToday(now);
  // Within the hour after midnight, the day before still runs.
  const isRunning = (day: string) => day === today() || day === dayInParis(now() - overMidnightMs);
  let days = await kept.read(isRunning);
  let counted = noCounts();
  const streams = new Set<{ who: Who; liveShow: () => ShowId | undefined }>();

  const dayNow = (): DayMarks => {
    const day = today();
    if (days.at(-1)?.day !== day) days = [...days.filter((former) => isRunning(former.day)), new DayMarks(day)];
    return days.at(-1)!;
  };

  /** Today's marks, or yesterday's for who was listening at midnight. */
  const marksFor = (thing: string, who: Who): DayMarks => {
    const current = dayNow();
    const former = days.find(({ day }) => day !== current.day);
    const last = former?.lastHeardAt(thing, who);
    return former !== undefined && last !== undefined && now() - last < overMidnightMs ? former : current;
  };

  const hear = (thing: string, who: Who, span: Span, needed: number): DayMarks | undefined => {
    const marks = marksFor(thing, who);
    return marks.hear(thing, who, { span, neededSeconds: needed, at: now() }) ? marks : undefined;
  };

  const hearLive = (who: Who, showId: ShowId) => {
    const last = marksFor(showId, who).lastHeardAt(showId, who) ?? now();
    const from = now() - last < patienceMs ? last : now();
    const marks = hear(showId, who, [from / 1_000, now() / 1_000], neededSeconds);
    if (marks !== undefined) addTo(counted.live, `${marks.day} ${showId}`);
  };

  const sample = () => {
    const minute = Math.floor(now() / 60_000) * 60_000;
    for (const { showId, listeners } of audiences()) {
      const key = `${showId} ${minute}`;
      counted.minutes.set(key, Math.max(counted.minutes.get(key) ?? 0, listeners));
    }
  };

  const write = async () => {
    dayNow();
    days = days.filter(({ day }) => isRunning(day));
    const taken = counted;
    counted = noCounts();
    await add(taken).catch((error: unknown) => {
      counted = together(taken, counted);
      throw error;
    });
    await kept.write(days);
  };

  const add = ({ episodes, live, minutes }: Counted) =>
    listenings.add({
      episodes: [...episodes].map(([key, count]) => ({ ...partsOf(key), count })),
      shows: [...live].map(([key, count]) => ({ day: key.split(" ")[0]!, showId: key.split(" ")[1]!, count })),
      minutes: [...minutes].map(([key, listeners]) => {
        const [showId = "", at] = key.split(" ");
        return { showId, at: Number(at), listeners };
      }),
    });
  let writing = Promise.resolve();
  const keep = () => (writing = writing.then(write).catch(onBug));

  let ticks = 0;
  let callOff: () => void = () => undefined;
  const tick = () => {
    callOff = clock.after(tickMs, tick);
    sample();
    for (const { who, liveShow } of streams) {
      const showId = liveShow();
      if (showId !== undefined) hearLive(who, showId);
    }
    ticks += 1;
    if (ticks % keepEveryTicks === 0) void keep();
  };
  callOff = clock.after(tickMs, tick);

  return {
    hearEpisode: (who, { episodeId, way, span, durationSeconds }) => {
      const marks = hear(episodeId, who, span, Math.min(neededSeconds, durationSeconds));
      if (marks !== undefined) addTo(counted.episodes, `${marks.day} ${episodeId} ${way}`);
    },
    hearLive,
    enterStream: (who, liveShow) => {
      const stream = { who, liveShow };
      streams.add(stream);
      return () => streams.delete(stream);
    },
    keep,
    [Symbol.asyncDispose]: async () => {
      callOff();
      await keep();
    },
  };
}

function partsOf(key: string): Omit<ListenedTo, "count"> {
  const [day = "", episodeId = "", way] = key.split(" ");
  return { day, episodeId, way: way === "page" ? "page" : "app" };
}
