import { z } from "zod";
import { EpisodeId, ShowId } from "./ids.ts";
import { Title } from "./people.ts";

/** By how much a number of listeners is rounded down before anybody reads it, so that none tells of one family. */
export const flock = 5;

/** A number of listeners as it is shown: none, a few (one to four), or rounded down to whole fives. */
export const Tally = z.union([z.literal("few"), z.int().min(0).multipleOf(flock)]);
/** See {@link Tally}. */
export type Tally = z.infer<typeof Tally>;

/** How a number is shown. */
export function tallyOf(count: number): Tally {
  if (count <= 0) return 0;
  return count < flock ? "few" : count - (count % flock);
}

/** How often an episode was listened to. A listening is at least a minute, once a day for each line and program. */
export const EpisodeListenings = z.strictObject({
  episodeId: EpisodeId,
  showId: ShowId.nullable(),
  title: Title,
  number: z.int().positive(),
  publishedAt: z.iso.datetime().nullable(),
  all: Tally,
  /** On the station's pages and by apps; `null` where only the whole is told, because not everybody may listen. */
  ways: z.strictObject({ page: Tally, app: Tally }).nullable(),
});
/** See {@link EpisodeListenings}. */
export type EpisodeListenings = z.infer<typeof EpisodeListenings>;

/** A live show as it was listened to. */
export const LiveListenings = z.strictObject({
  showId: ShowId,
  title: Title,
  /** The first minute that was counted. */
  startedAt: z.iso.datetime(),
  /** Who listened for a minute at least. */
  all: Tally,
  /** Listeners in each minute, from the first on. */
  minutes: z.array(Tally),
});
/** See {@link LiveListenings}. */
export type LiveListenings = z.infer<typeof LiveListenings>;

/** Listenings of a week, by the day it begins with, a Monday. */
export const WeekListenings = z.strictObject({ week: z.iso.date(), episodes: Tally, live: Tally });
/** See {@link WeekListenings}. */
export type WeekListenings = z.infer<typeof WeekListenings>;

/** Answer of `GET /api/classrooms/:id/listenings`: what a class knows of who listens to it. */
export const ClassListenings = z.strictObject({
  /** Newest first; without gaps from the first that was counted. */
  weeks: z.array(WeekListenings),
  /** In the order in which they were published, newest first. */
  episodes: z.array(EpisodeListenings),
  /** Newest first. */
  shows: z.array(LiveListenings),
});
/** See {@link ClassListenings}. */
export type ClassListenings = z.infer<typeof ClassListenings>;
