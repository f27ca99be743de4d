import { narrower } from "../../schemas/consent.ts";
import { Visibility } from "../../schemas/channels.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { ClassListenings, tallyOf } from "../../schemas/listenings.ts";
import { daysAfter } from "../../schemas/retention.ts";
import type { Listenings } from "../store/listenings.ts";

/** Weeks that are shown: a term. */
const mostWeeks = 13;
const mostShows = 12;

/** The Monday of a day's week, both `YYYY-MM-DD`. */
const mondayOf = (day: string): string => daysAfter(day, -((new Date(day).getUTCDay() + 6) % 7));

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
const iso = (at: number) => new Date(at).toISOString();

type Row = { day: string; count: number };

function weeksOf(episodes: readonly Row[], shows: readonly Row[]): ClassListenings["weeks"] {
  const mondays = [...episodes, ...shows].map(({ day }) => mondayOf(day)).sort();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  for (let week = last; week >= first && all.length < mostWeeks; week = daysAfter(week, -7)) all.push(week);
  const within = (rows: readonly Row[], week: string) => tallyOf(sum(rows.filter(({ day }) => mondayOf(day) === week)));
  return all.map((week) => ({ week, episodes: within(episodes, week), live: within(shows, week) }));
}

type Minute = { showId: string; at: number; listeners: number; title: string };

function showsOf(minutes: readonly Minute[], heard: readonly (Row & { showId: string })[]) {
  const ofShow = Map.groupBy(minutes, ({ showId }) => showId);
  const shows = [...ofShow].map(([showId, rows]) => {
    const [first, last] = [rows[0]!, rows.at(-1)!];
    const byMinute = new Map(rows.map(({ at, listeners }) => [at, listeners]));
    const length = Math.round((last.at - first.at) / 60_000) + 1;
    return {
      ...{ showId, title: first.title, startedAt: iso(first.at) },
      all: tallyOf(sum(heard.filter((row) => row.showId === showId))),
      minutes: Array.from({ length }, (_, index) => tallyOf(byMinute.get(first.at + index * 60_000) ?? 0)),
    };
  });
  return shows.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)).slice(0, mostShows);
}

/** A class's listeners in numbers that tell of nobody: rounded, and for what is not public without the ways they came by. */
export async function classListenings(listenings: Listenings, classroomId: ClassroomId): Promise<ClassListenings> {
  const [episodes, heard, live, minutes] = await Promise.all([
    listenings.episodesIn(classroomId),
    listenings.ofEpisodesIn(classroomId),
    listenings.ofShowsIn(classroomId),
    listenings.minutesIn(classroomId),
  ]);
  const byEpisode = Map.groupBy(heard, ({ episodeId }) => episodeId);
  return ClassListenings.parse({
    weeks: weeksOf(heard, live),
    episodes: episodes.map(({ id, showId, title, number, publishedAt, visibility, channelVisibility }) => {
      const rows = byEpisode.get(id) ?? [];
      const by = (way: string) => tallyOf(sum(rows.filter((row) => row.way === way)));
      const reach = narrower(Visibility.parse(channelVisibility), Visibility.nullable().parse(visibility));
      return {
        ...{ episodeId: id, showId, title, number },
        publishedAt: publishedAt === null ? null : iso(publishedAt),
        all: tallyOf(sum(rows)),
        ways: reach === "public" ? { page: by("page"), app: by("app") } : null,
      };
    }),
    shows: showsOf(minutes, live),
  });
}
