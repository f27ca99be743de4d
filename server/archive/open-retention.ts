import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { forgetTracks, keptWithoutTracks } from "../../media/recorder/forget-tracks.ts";
import { dayInParis } from "../../schemas/consent.ts";
import type { ClassroomId, EpisodeId, RecordingId, SchoolId, ShowId } from "../../schemas/ids.ts";
import {
  daysAfter,
  noticeDays,
  yearAfter,
  type ClassRoom,
  Leaving,
  type Retention,
  type RetentionPlan,
  type RetentionPolicy,
} from "../../schemas/retention.ts";
import { auditName, type Actor } from "../access/actor.ts";
import { Refusal } from "../errors.ts";
import { openAudit } from "../store/audit.ts";
import { openChannels } from "../store/channels.ts";
import { openEpisodes } from "../store/episodes.ts";
import { openListenings } from "../store/listenings.ts";
import { openRecordings } from "../store/recordings.ts";
import { openRetention as openRetentionStore, type Holdings } from "../store/retention.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import { inEpisodeTurn } from "./episode-turns.ts";
import { eraseEpisode } from "./erase-episode.ts";
import { emptyShowEnds, noticeEnds, planRetention, type Departure, type Sizes } from "./plan-retention.ts";
import { roomOnDisk } from "./room-on-disk.ts";
import { sweepStation } from "./sweep-station.ts";

/** What a station removes by itself because it is old, and what it tells of that before. */
export type RetentionWorks = {
  /** A school's policy with what it will remove. */
  read(schoolId: SchoolId): Promise<Retention>;
  /** What another policy would remove, if it were chosen now; nothing changes. */
  preview(schoolId: SchoolId, policy: RetentionPolicy): Promise<RetentionPlan>;
  /** Chooses a policy. Whatever it reaches at once goes after the notice. */
  choose(schoolId: SchoolId, policy: RetentionPolicy, actor: Actor): Promise<void>;
  /** What will go of a classroom within the notice. */
  announcedIn(schoolId: SchoolId, classroomId: ClassroomId): Promise<Leaving[]>;
  /** Puts the end of an episode that is announced off by a year. Throws `episode.not_keepable`. */
  keepLonger(schoolId: SchoolId, episodeId: EpisodeId, actor: Actor): Promise<void>;
  /** Removes whatever is due, of every school; done again, also after a crash, it ends what was left and nothing else. */
  run(): Promise<void>;
};

type Tally = { episodes: number; recordings: number; tracks: number; shows: number; bytes: number };

/** Opens it over the archive's database and media. */
export function openRetention(parts: ArchiveParts): RetentionWorks {
  const { database, jobs, mediaDirectory, clock = Date.now, onUnfinished } = parts;
  const [store, audit] = [openRetentionStore(database, clock), openAudit(database, clock)];
  const [episodes, recordings] = [openEpisodes(database, clock), openRecordings(database)];
  const channels = openChannels(database, clock);
  const listenings = openListenings(database);
  const today = () => dayInParis(clock());
  const seen = (departure: Departure): Leaving => Leaving.strip().parse(departure);

  async function lookAt(schoolId: SchoolId) {
    const holdings = await store.holdingsOf(schoolId);
    return { holdings, sizes: await measure(holdings, mediaDirectory) };
  }

  async function planOf(schoolId: SchoolId) {
    const { policy, since } = await store.policyOf(schoolId);
    const { holdings, sizes } = await lookAt(schoolId);
    return { policy, since, holdings, sizes, departures: planRetention({ policy, since, holdings, sizes }) };
  }

  const isDue = ({ day }: Departure) => day <= today();

  /** Whether the episode is being made from its recording right now: then nothing of it is touched before tomorrow. */
  async function isUnderWay(id: EpisodeId): Promise<boolean> {
    const { state, renderJobId } = await episodes.require(id);
    const job = renderJobId === null ? undefined : await jobs.find(renderJobId);
    return state === "rendering" || job?.state === "waiting" || job?.state === "running";
  }

  async function removeRecording({ what, recordingId, episodeId, showId }: Departure): Promise<boolean> {
    const home = recordingId === null ? undefined : await recordings.homeOf(recordingId);
    if (recordingId === null || home === undefined) return false;
    const folder = resolve(mediaDirectory, home.directory);
    const remove = async () => {
      if (episodeId !== null && (await isUnderWay(episodeId))) return false;
      if (what === "tracks") await forgetTracks(folder);
      else await rm(folder, { recursive: true, force: true });
      if (what === "tracks" || episodeId !== null)
        await recordings.setGone(recordingId, what === "tracks" ? "tracksGoneAt" : "goneAt", clock());
      else await removeWithShow(recordingId, showId);
      return true;
    };
    return episodeId === null ? remove() : inEpisodeTurn(episodeId, remove);
  }

  // No episode needs to know any more who was heard in it.
  async function removeWithShow(recordingId: RecordingId, showId: ShowId | null) {
    await recordings.remove(recordingId);
    if (showId !== null) await store.removeEmptyShow(showId);
  }

  async function removeEpisode({ episodeId, showId }: Departure): Promise<boolean> {
    const episode = episodeId === null ? undefined : await episodes.find(episodeId);
    if (episode === undefined) return false;
    await eraseEpisode({ episodes, recordings, jobs, mediaDirectory }, episode);
    if (showId !== null) await store.removeEmptyShow(showId);
    await channels.touch(episode.channelId);
    await audit.write({ actor: "system", act: "episode.expired", target: `episode:${episode.id}` });
    return true;
  }

  async function removeEmptyShows(schoolId: SchoolId): Promise<number> {
    const rule = await store.policyOf(schoolId);
    const due = (await store.emptyShowsOf(schoolId)).filter(({ day }) => emptyShowEnds(day, rule) <= today());
    let removed = 0;
    for (const { id } of due) if (await store.removeEmptyShow(id)) removed += 1;
    return removed;
  }

  // Numbers tell of nobody, so that they go is not noted.
  async function removeListenings(schoolId: SchoolId) {
    const { policy, since } = await store.policyOf(schoolId);
    if (noticeEnds(since) <= today())
      await listenings.removeBefore(schoolId, daysAfter(today(), -policy.listeningDays));
  }

  async function removeDue(schoolId: SchoolId) {
    const tally: Tally = { episodes: 0, recordings: 0, tracks: 0, shows: 0, bytes: 0 };
    for (const departure of (await planOf(schoolId)).departures.filter(isDue)) {
      const remove = departure.what === "episode" ? removeEpisode : removeRecording;
      const isGone = await remove(departure).catch((error: unknown) => {
        onUnfinished?.(`${departure.what}:${departure.recordingId ?? departure.episodeId ?? ""}`, error);
        return false;
      });
      if (isGone) count(tally, departure);
    }
    tally.shows = await removeEmptyShows(schoolId);
    await removeListenings(schoolId);
    const { bytes, ...things } = tally;
    if (Object.values(things).every((number) => number === 0)) return;
    const { episodes, recordings, tracks, shows } = tally;
    const detail = `episodes ${episodes}, recordings ${recordings}, tracks of ${tracks}, shows ${shows}, bytes ${bytes}`;
    await audit.write({ actor: "system", act: "retention.removed", target: `school:${schoolId}`, detail });
  }

  return {
    read: async (schoolId) => {
      const { policy, since, holdings, sizes, departures } = await planOf(schoolId);
      const plan = { leaving: departures.map(seen), classes: roomOf(holdings, sizes), from: noticeEnds(since) };
      return { policy, plan };
    },
    preview: async (schoolId, policy) => {
      const { holdings, sizes } = await lookAt(schoolId);
      const since = clock();
      const leaving = planRetention({ policy, since, holdings, sizes }).map(seen);
      return { leaving, classes: roomOf(holdings, sizes), from: noticeEnds(since) };
    },
    choose: async (schoolId, policy, actor) => {
      await store.setPolicy(schoolId, policy);
      const detail = Object.entries(policy).map(([name, value]) => `${name} ${value ?? "kept"}`);
      const act = { act: "retention.chosen", target: `school:${schoolId}`, detail: detail.join(", ") };
      await audit.write({ actor: auditName(actor), ...act });
    },
    announcedIn: async (schoolId, classroomId) => {
      const last = daysAfter(today(), noticeDays);
      const { departures } = await planOf(schoolId);
      return departures.filter((each) => each.classroomId === classroomId && each.day <= last).map(seen);
    },
    keepLonger: async (schoolId, episodeId, actor) => {
      const last = daysAfter(today(), noticeDays);
      const { departures } = await planOf(schoolId);
      const found = departures.find((each) => each.what === "episode" && each.episodeId === episodeId);
      if (found === undefined || !found.mayBeKept || found.day > last) throw new Refusal("episode.not_keepable");
      await episodes.keepUntil(episodeId, yearAfter(found.day));
      const detail = `until ${yearAfter(found.day)}`;
      await audit.write({ actor: auditName(actor), act: "episode.kept", target: `episode:${episodeId}`, detail });
    },
    run: async () => {
      const schools = await store.schools();
      for (const schoolId of schools)
        await removeDue(schoolId).catch((error: unknown) => onUnfinished?.(`school:${schoolId}`, error));
      const policies = await Promise.all(schools.map((schoolId) => store.policyOf(schoolId)));
      // One table for all schools: as long as the one that keeps it longest, and none goes unannounced.
      const auditDays = policies.map(({ policy }) => policy.auditDays);
      const isAnnounced = policies.every(({ since }) => noticeEnds(since) <= today());
      await sweepStation({ database, mediaDirectory, now: clock(), auditDays: isAnnounced ? auditDays : [] });
    },
  };
}

const names = { episode: "episodes", recording: "recordings", tracks: "tracks" } as const;
function count(tally: Tally, { what, bytes }: Departure) {
  tally[names[what]] += 1;
  tally.bytes += bytes;
}

const isProgramme = (name: string) => keptWithoutTracks.includes(name);

async function measure({ recordings, episodes }: Holdings, mediaDirectory: string): Promise<Sizes> {
  const ofRecordings = new Map<RecordingId, { tracks: number; programme: number }>();
  for (const { id, directory } of recordings) {
    const folder = resolve(mediaDirectory, directory);
    const [programme, whole] = [await roomOnDisk(folder, isProgramme), await roomOnDisk(folder)];
    ofRecordings.set(id, { programme, tracks: whole - programme });
  }
  const ofEpisodes = new Map<EpisodeId, number>();
  for (const { id } of episodes) ofEpisodes.set(id, await roomOnDisk(join(mediaDirectory, "episodes", id)));
  return {
    ofRecording: (id) => ofRecordings.get(id) ?? { tracks: 0, programme: 0 },
    ofEpisode: (id) => ofEpisodes.get(id) ?? 0,
  };
}

const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);

function roomOf({ classrooms, recordings, episodes }: Holdings, sizes: Sizes): ClassRoom[] {
  return classrooms.map(({ id: classroomId, name }) => {
    const ofClass = (each: { classroomId: ClassroomId }) => each.classroomId === classroomId;
    const recorded = recordings.filter(ofClass).map(({ id }) => sizes.ofRecording(id));
    return {
      ...{ classroomId, name },
      tracks: sum(recorded.map(({ tracks }) => tracks)),
      recordings: sum(recorded.map(({ programme }) => programme)),
      episodes: sum(episodes.filter(ofClass).map(({ id }) => sizes.ofEpisode(id))),
    };
  });
}
