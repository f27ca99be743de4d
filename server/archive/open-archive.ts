import { relative } from "node:path";
import { keptSeconds } from "../../media/render/muted.ts";
import type { Visibility } from "../../schemas/channels.ts";
import { narrower } from "../../schemas/consent.ts";
import type { PupilTraces } from "../../schemas/erasure.ts";
import type { Episode, EpisodeChange } from "../../schemas/episodes.ts";
import type { ChannelId, EpisodeId, JobId, PupilId, RecordingId, ShowId } from "../../schemas/ids.ts";
import { auditName, type Actor } from "../access/actor.ts";
import { Refusal } from "../errors.ts";
import { openAudit } from "../store/audit.ts";
import { openChannels } from "../store/channels.ts";
import { openEpisodes } from "../store/episodes.ts";
import { openHeardVoices } from "../store/heard-voices.ts";
import type { NamedSounds } from "../store/played-voices.ts";
import { openPodcastImports } from "../store/podcast-imports.ts";
import { openRecordings, type AiredItem } from "../store/recordings.ts";
import { openRundowns } from "../store/rundowns.ts";
import { openShows } from "../store/shows.ts";
import { openToldNews } from "../store/told-news.ts";
import { airedChapters } from "./aired-chapters.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import { episodeTags } from "./episode-tags.ts";
import { eraseEpisode } from "./erase-episode.ts";
import { exportPupil } from "./export-pupil.ts";
import { openErasing } from "./erase-pupil.ts";
import { followRenderings } from "./follow-renderings.ts";
import type { KeptRecording } from "./kept-recording.ts";
import { openLeavingOut } from "./leave-out.ts";
import { makeNameVoices } from "./name-voices.ts";
import { makeQueueRendering } from "./queue-rendering.ts";
import { recoverShows } from "./recover-shows.ts";
import { retag } from "./retag.ts";
import { requireWithin } from "./require-within.ts";
import { requireImportedReach, requireReach } from "./voice-limits.ts";

/** From a finished recording to an episode in the feed. Disposing it stops its listening to the jobs. */
export type Archive = Disposable & {
  /** Writes down that a show's recording begins, so that a crash does not lose it; the show is live from now on. */
  beginRecording(showId: ShowId, recordingId: RecordingId, directory: string): Promise<void>;
  /** Writes down that an item of the rundown began while a recording runs: one of the episode's chapters. */
  noteAired(recordingId: RecordingId, item: AiredItem): Promise<void>;
  /**
   * Makes an episode of a finished recording, with the items that aired as its chapters, and queues its rendering; the show has ended. Throws `recording.empty`
   * when all of it was removed, or when there is none (`undefined`): then the show is there to be made.
   */
  keepRecording(
    showId: ShowId,
    recordingId: RecordingId,
    finished: KeptRecording | undefined,
  ): Promise<{ episodeId: EpisodeId; jobId: JobId }>;
  /** Once at start: what a crash left open becomes episodes, and renderings that lost their job get one. Tells how many it kept and lost. */
  recoverAll(): Promise<{ kept: number; lost: number }>;
  /** Puts a rendered episode into the feed; an imported one under its own day, and told to nobody. Throws `episode.not_rendered`, and `consent.too_narrow` when it would go further than a voice in it may. */
  publish(episodeId: EpisodeId, actor: Actor): Promise<void>;
  /** Takes an episode out of the feed, or keeps one from coming back to it; its files stay. */
  unpublish(episodeId: EpisodeId, actor: Actor): Promise<void>;
  /** Changes the credits; a rendered episode's files get new tags under a new address. */
  change(episodeId: EpisodeId, change: EpisodeChange, actor: Actor): Promise<void>;
  /** Makes an episode anew without these pupils' voices and with everybody else's. Throws `voice.inseparable`, `consent.too_narrow`. */
  leaveOut(episodeId: EpisodeId, pupilIds: readonly PupilId[], actor: Actor): Promise<void>;
  /**
   * Takes every episode out of the feeds that goes further than a voice in it may today, and tells which; each is made anew without that voice, where it can be, and
   * comes back by itself.
   */
  withdraw(): Promise<EpisodeId[]>;
  /**
   * Erases a pupil: whatever names them, and every episode's files with their voice, in this very call; their voice in the recordings as soon as the works in line get to
   * it, and the episodes are back after that. `isEverywhere` also takes the name out of the class's texts where they do not speak. `onForgotten` hears as soon as
   * nothing names them. Tells whether the database's file was written anew, or will be later. Throws `pupil.not_found`, `show.still_live`.
   */
  erasePupil(
    erasure: { pupilId: PupilId; isEverywhere: boolean },
    actor: Actor,
    onForgotten: () => void,
  ): Promise<{ isScrubbed: boolean }>;
  /** Ends erasures whose work failed; done again, it changes nothing. */
  endErasures(): Promise<void>;
  /** Whether a work takes an erased voice out of a recording: it is not to be stopped. */
  isErasing(jobId: JobId): Promise<boolean>;
  /** Everything that the station keeps of a pupil, as a ZIP. Throws `pupil.not_found`. */
  exportPupil(pupilId: PupilId, actor: Actor): Promise<ReadableStream<Uint8Array>>;
  /** What erasing a pupil would touch. */
  tracesOf(pupilId: PupilId): Promise<PupilTraces>;
  /** These pupils, and nobody else, speak in sounds of the desk: whatever was recorded with those sounds goes as far as they may be heard, from this call on. */
  nameVoices(sounds: NamedSounds, pupilIds: readonly PupilId[], actor: Actor): Promise<void>;
  /** Erases an episode, its files and its recording for good. */
  remove(episodeId: EpisodeId, actor: Actor): Promise<void>;
};

/** Opens the archive over the station's database, jobs and media directory. */
export function openArchive(parts: ArchiveParts): Archive {
  const { database, jobs, mediaDirectory, clock = Date.now } = parts;
  const episodes = openEpisodes(database, clock);
  const recordings = openRecordings(database);
  const shows = openShows(database, clock);
  const channels = openChannels(database, clock);
  const audit = openAudit(database, clock);
  const voices = openHeardVoices(database, clock);
  const imports = openPodcastImports(database, clock);
  const told = openToldNews(database, clock);
  const queueRendering = makeQueueRendering(parts);
  const leavingOut = openLeavingOut(parts, queueRendering);
  const erasing = openErasing(parts, queueRendering);
  const comeBack = async (id: EpisodeId) => {
    if (await leavingOut.comeBack(id)) await note("system", "episode.republished", await episodes.require(id));
  };
  const endFollowing = followRenderings(jobs, episodes, comeBack);

  async function keepRecording(showId: ShowId, recordingId: RecordingId, finished: KeptRecording | undefined) {
    const home = await recordings.homeOf(recordingId);
    if (home === undefined) throw new Refusal("recording.lost");
    if (finished === undefined) {
      await recordings.endEmpty(recordingId);
      await shows.setState(showId, "planned");
      throw new Refusal("recording.empty");
    }
    const { durationSeconds, integratedLufs, muted = [] } = finished;
    const recordedAt = Date.parse(finished.startedAt);
    const endedAt = recordedAt + Math.round(durationSeconds * 1_000);
    await recordings.end(recordingId, { endedAt, durationSeconds, integratedLufs: integratedLufs ?? null });
    await shows.setState(showId, "ended");
    if (keptSeconds(durationSeconds, muted) <= 0) throw new Refusal("recording.empty");
    const episodeId = await episodes.create({
      channelId: home.channelId,
      title: home.title,
      showId,
      recordingId,
      recordedAt,
      chapters: (await chaptersOf(showId, recordingId, { recordedAt, durationSeconds })).map((chapter) => ({
        ...chapter,
        startSeconds: keptSeconds(chapter.startSeconds, muted),
      })),
    });
    return { episodeId, jobId: await queueRendering(episodeId, home.classroomId, finished) };
  }

  async function chaptersOf(showId: ShowId, recordingId: RecordingId, span: Parameters<typeof airedChapters>[2]) {
    const { items } = await openRundowns(database).read(showId);
    return airedChapters(await recordings.airedIn(recordingId), items, span);
  }

  async function requireReachOf({ id, channelId }: { id: EpisodeId; channelId: ChannelId }, own: Visibility | null) {
    const { visibility } = await channels.require(channelId);
    requireReach(await voices.inEpisode(id), visibility, own);
    requireImportedReach(await imports.reachOf(id), narrower(visibility, own));
  }

  /** What was imported has been out before: it keeps its day, and is no news to anybody. */
  async function publicationOf({ id, recordedAt }: Episode): Promise<number> {
    if ((await imports.reachOf(id)) === undefined) return clock();
    await told.passOver(id);
    return Date.parse(recordedAt);
  }

  async function note(actor: Actor | "system", act: string, episode: { id: EpisodeId; channelId: ChannelId }) {
    const name = actor === "system" ? actor : auditName(actor);
    await audit.write({ actor: name, act, target: `episode:${episode.id}`, within: `channel:${episode.channelId}` });
    await channels.touch(episode.channelId);
  }

  async function withdraw() {
    const withdrawn = await voices.listTooWide();
    const formerJobs = new Map<EpisodeId, JobId | null>();
    for (const id of withdrawn.keys()) {
      formerJobs.set(id, await leavingOut.takeOut(id));
      await note("system", "episode.withdrawn", await episodes.require(id));
    }
    for (const [id, pupilIds] of withdrawn)
      await leavingOut.makeWithout(id, pupilIds, formerJobs.get(id) ?? null).catch((error: unknown) => {
        parts.onUnfinished?.(`episode:${id}`, error);
      });
    return [...withdrawn.keys()];
  }

  return {
    beginRecording: async (showId, recordingId, directory) => {
      const below = relative(mediaDirectory, directory);
      await recordings.begin({ id: recordingId, showId, directory: below, startedAt: clock() });
      await shows.setState(showId, "live");
    },
    noteAired: recordings.noteAired,
    keepRecording,
    recoverAll: async () => {
      const outcome = await recoverShows(parts, { recordings, episodes, shows, keepRecording, queueRendering });
      await erasing.resume();
      for (const id of await episodes.listComingBack()) await comeBack(id);
      return outcome;
    },
    erasePupil: (erasure, actor, onForgotten) => erasing.erase(erasure, auditName(actor), onForgotten),
    endErasures: erasing.resume,
    isErasing: erasing.isErasing,
    tracesOf: erasing.tracesOf,
    exportPupil: async (pupilId, actor) => {
      const zip = await exportPupil(parts, pupilId);
      await audit.write({ actor: auditName(actor), act: "pupil.exported", target: `pupil:${pupilId}` });
      return zip;
    },
    publish: async (episodeId, actor) => {
      const episode = await episodes.require(episodeId);
      if (episode.state === "published") return;
      if (episode.state !== "rendered") throw new Refusal("episode.not_rendered");
      await requireReachOf(episode, episode.visibility);
      await episodes.setPublished(episodeId, await publicationOf(episode));
      await note(actor, "episode.published", episode);
    },
    unpublish: async (episodeId, actor) => {
      const episode = await episodes.require(episodeId);
      const isPublished = episode.state === "published";
      if (!isPublished && (await episodes.publishedBefore(episodeId)) === null) return;
      await (isPublished ? episodes.setPublished(episodeId, null) : episodes.stayOut(episodeId));
      await note(actor, "episode.unpublished", episode);
    },
    change: async (episodeId, change, actor) => {
      const episode = await episodes.require(episodeId);
      const written = await episodeTags(parts, episodeId);
      if (change.visibility !== undefined && episode.state === "published")
        await requireReachOf(episode, change.visibility);
      requireWithin(episode, change);
      await episodes.change(episodeId, change);
      if (episode.enclosures.length > 0) await retag(parts, episodeId, written);
      if (episode.state === "published") await note(actor, "episode.changed", episode);
    },
    leaveOut: async (episodeId, pupilIds, actor) => {
      if (!(await leavingOut.choose(episodeId, pupilIds))) return;
      await note(actor, "episode.voicesChosen", await episodes.require(episodeId));
    },
    withdraw,
    nameVoices: makeNameVoices(parts, { withdraw, makeAnew: leavingOut.makeAnew }),
    remove: async (episodeId, actor) => {
      const episode = await episodes.require(episodeId);
      await eraseEpisode({ episodes, recordings, jobs, mediaDirectory }, episode);
      await note(actor, "episode.erased", episode);
    },
    [Symbol.dispose]: endFollowing,
  };
}
