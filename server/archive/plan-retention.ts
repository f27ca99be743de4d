import { dayInParis } from "../../schemas/consent.ts";
import type { EpisodeId, RecordingId } from "../../schemas/ids.ts";
import { daysAfter, noticeDays, type Leaving, type RetentionPolicy } from "../../schemas/retention.ts";
import type { Holdings } from "../store/retention.ts";

/** Room on the disk, in bytes. */
export type Sizes = {
  /** Of a recording: its tracks with what it takes to mix them, and its programme. */
  ofRecording(id: RecordingId): { tracks: number; programme: number };
  /** All versions of an episode. */
  ofEpisode(id: EpisodeId): number;
};

/** Something that goes, and whose it is. */
export type Departure = Leaving & { recordingId: RecordingId | null };

type Given = { policy: RetentionPolicy; since: number; holdings: Holdings; sizes: Sizes };

/** The last day of an episode's school year, which ends on 31 August, and so many years after it; the day it goes is the next one. */
const episodeDay = (day: string, years: number): string => {
  const year = Number(day.slice(0, 4)) + (day.slice(5) >= "09-01" ? 1 : 0);
  return `${year + years}-09-01`;
};

const latest = (...days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b));

/** The first day on which a policy that holds since then may remove anything. */
export const noticeEnds = (since: number): string => daysAfter(dayInParis(since), noticeDays);

/** The day on which a show goes of which nothing is left but its title and rundown: that of the episode it might have had. */
export const emptyShowEnds = (day: string, { policy, since }: Pick<Given, "policy" | "since">): string =>
  policy.episodeYears === null ? "9999" : latest(episodeDay(day, policy.episodeYears), noticeEnds(since));

/** All that will go under a policy, in the order of its days: nothing is looked at but rows and sizes. */
export function planRetention({ policy, since, holdings, sizes }: Given): Departure[] {
  const from = noticeEnds(since);
  const { episodeYears, mayKeepEpisodes } = policy;
  const episodes = holdings.episodes.flatMap((episode): Departure[] => {
    if (episodeYears === null) return [];
    const { id, recordingId, keptUntil, day, classroomId, classroomName, showId, title } = episode;
    const kept = mayKeepEpisodes && keptUntil !== null ? keptUntil : "";
    const leaves = latest(episodeDay(day, episodeYears), from, kept);
    const place = { classroomId, classroomName, showId, title, episodeId: id, recordingId };
    return [{ ...place, what: "episode", day: leaves, bytes: sizes.ofEpisode(id), mayBeKept: mayKeepEpisodes }];
  });
  const dayOf = new Map(episodes.map(({ episodeId, day }) => [episodeId, day]));
  const recordings = holdings.recordings.flatMap((recording) =>
    leavingOf(recording, { policy, from, sizes, end: dayOf.get(recording.episodeId) }),
  );
  const withRest = episodes.map((episode) => ({
    ...episode,
    bytes: episode.bytes + restOf(episode, recordings, holdings, sizes),
  }));
  return [...withRest, ...recordings].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

type Rule = { policy: RetentionPolicy; from: string; sizes: Sizes; end: string | undefined };

/** What goes of a recording before its episode does, with which the rest would go. */
function leavingOf(
  recording: Holdings["recordings"][number],
  { policy, from, sizes, end = "9999" }: Rule,
): Departure[] {
  const { id, episodeId, hasTracks, day, classroomId, classroomName, showId, title } = recording;
  const place = { classroomId, classroomName, showId, title, episodeId, recordingId: id, mayBeKept: false };
  const { tracks, programme } = sizes.ofRecording(id);
  const whole = latest(daysAfter(day, policy.recordingDays), from);
  const apart = latest(daysAfter(day, policy.trackDays), from);
  const goesApart = hasTracks && tracks > 0 && apart < whole && apart < end;
  return [
    ...(goesApart ? [{ ...place, what: "tracks" as const, day: apart, bytes: tracks }] : []),
    ...(whole < end
      ? [{ ...place, what: "recording" as const, day: whole, bytes: programme + (goesApart ? 0 : tracks) }]
      : []),
  ];
}

/** What goes of an episode's recording with the episode and not before. */
function restOf(episode: Departure, leaving: readonly Departure[], holdings: Holdings, sizes: Sizes): number {
  const recording = holdings.recordings.find(({ id }) => id === episode.recordingId);
  if (recording === undefined) return 0;
  const before = leaving.filter(({ recordingId }) => recordingId === recording.id);
  const { tracks, programme } = sizes.ofRecording(recording.id);
  return tracks + programme - before.reduce((sum, { bytes }) => sum + bytes, 0);
}
