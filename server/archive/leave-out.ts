import { resolve } from "node:path";
import { isInFiles, narrower, reaches, type HeardVoice } from "../../schemas/consent.ts";
import type { EpisodeId, JobId, PupilId, RecordingId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import { openChannels } from "../store/channels.ts";
import { openEpisodes } from "../store/episodes.ts";
import { openHeardVoices } from "../store/heard-voices.ts";
import { openLeftOutVoices } from "../store/left-out-voices.ts";
import { openRecordings } from "../store/recordings.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import { passRefusal } from "./erase-episode.ts";
import { isSeparable, type KeptRecording } from "./kept-recording.ts";
import type { QueueRendering } from "./queue-rendering.ts";
import { requireReach } from "./voice-limits.ts";

type Home = { recordingId: RecordingId; finished: KeptRecording };

/** Leaves pupils' voices out of episodes and brings them back: each time the episode is made anew from its recording. */
export function openLeavingOut(parts: ArchiveParts, queueRendering: QueueRendering) {
  const { database, jobs, mediaDirectory, readRecording, clock = Date.now } = parts;
  const [episodes, channels, recordings] = [
    openEpisodes(database, clock),
    openChannels(database),
    openRecordings(database),
  ];
  const [voices, leftOut] = [openHeardVoices(database, clock), openLeftOutVoices(database, clock)];

  /** The recording, if somebody is heard in it without these pupils. */
  async function requireSeparable(id: EpisodeId, pupilIds: readonly PupilId[]): Promise<Home> {
    const { recordingId } = await episodes.filesOf(id);
    const home = recordingId === null ? undefined : await recordings.homeOf(recordingId);
    if (recordingId === null || home === undefined) throw new Refusal("voice.inseparable");
    const finished = await readRecording(resolve(mediaDirectory, home.directory)).catch((cause: unknown) => {
      throw new Refusal("voice.inseparable", { cause });
    });
    const without = new Set(await voices.stripsOf(recordingId, pupilIds));
    if (pupilIds.length > 0 && !isSeparable(finished, without)) throw new Refusal("voice.inseparable");
    return { recordingId, finished };
  }

  async function make(id: EpisodeId, pupilIds: readonly PupilId[], { finished }: Home): Promise<JobId> {
    const { channelId, renderJobId } = await episodes.require(id);
    // What becomes of the former work is nothing to the episode any more.
    await episodes.setJob(id, null);
    if (renderJobId !== null) await jobs.cancel(renderJobId).catch(passRefusal);
    await leftOut.choose(id, pupilIds);
    const { classroomId } = await channels.require(channelId);
    return queueRendering(id, classroomId, finished);
  }

  return {
    /**
     * Makes an episode anew without these voices, and with all others that are heard. One that is published stays so meanwhile, and refuses
     * (`consent.too_narrow`) whoever its audience may not hear. Throws `voice.inseparable` when nothing else would be left, or when their voice is in a cart of a recording that does not keep those apart. Tells whether there is something to do.
     */
    choose: async (id: EpisodeId, pupilIds: readonly PupilId[]): Promise<boolean> => {
      const { channelId, state, visibility } = await episodes.require(id);
      const heard = await voices.inEpisode(id);
      const chosen = heard.filter(({ pupilId }) => pupilIds.includes(pupilId));
      const isChosen = (voice: HeardVoice) => chosen.includes(voice);
      if (heard.every((voice) => isChosen(voice) === (voice.leftOut !== null))) return false;
      const back = heard
        .filter((voice) => !isChosen(voice) && !isInFiles(voice))
        .map((voice) => ({ ...voice, leftOut: null }));
      if (state === "published") requireReach(back, (await channels.require(channelId)).visibility, visibility);
      const wanted = chosen.map(({ pupilId }) => pupilId);
      const home = await requireSeparable(id, wanted);
      if (state !== "published") await episodes.setState(id, "rendering");
      await make(id, wanted, home);
      return true;
    },
    /** Takes a published episode out of its feed at once, to come back with its date; the work that it was to wait for, which is nothing to it any more. */
    takeOut: async (id: EpisodeId): Promise<JobId | null> => {
      const { publishedAt, renderJobId } = await episodes.require(id);
      await episodes.setJob(id, null);
      await episodes.setWithdrawn(id, publishedAt === null ? null : Date.parse(publishedAt));
      return renderJobId;
    },
    /** Makes an episode that was taken out anew without these voices; where they cannot be separated, it does not come back. */
    makeWithout: async (id: EpisodeId, pupilIds: readonly PupilId[], formerJob: JobId | null): Promise<void> => {
      if (formerJob !== null) await jobs.cancel(formerJob).catch(passRefusal);
      const before = (await voices.inEpisode(id))
        .filter(({ leftOut: way }) => way !== null)
        .map(({ pupilId }) => pupilId);
      const wanted = [...new Set([...before, ...pupilIds])];
      const home = await requireSeparable(id, wanted).catch(passRefusal);
      if (home === undefined) await episodes.setPublished(id, null);
      else await make(id, wanted, home);
    },
    /** Makes an episode whose voices were named anew fit them: without those who are left out, and with all others. What cannot be separated stays as it is. */
    makeAnew: async (id: EpisodeId): Promise<void> => {
      const wanted = (await voices.inEpisode(id))
        .filter(({ leftOut: way }) => way !== null)
        .map(({ pupilId }) => pupilId);
      const home = await requireSeparable(id, wanted).catch(passRefusal);
      if (home === undefined) return;
      if ((await episodes.require(id)).state !== "published") await episodes.setState(id, "rendering");
      await make(id, wanted, home);
    },
    /** After a rendering: an episode that was withdrawn is back in its feed, if everybody in it may be heard by its audience now. */
    comeBack: async (id: EpisodeId): Promise<boolean> => {
      const publishedBefore = await episodes.publishedBefore(id);
      if (publishedBefore === null) return false;
      const { channelId, visibility } = await episodes.require(id);
      const audience = narrower((await channels.require(channelId)).visibility, visibility);
      const isAllowed = (await voices.inEpisode(id)).every(
        (voice) => !isInFiles(voice) || reaches(voice.scope, audience),
      );
      await episodes.setPublished(id, isAllowed ? publishedBefore : null);
      return isAllowed;
    },
  };
}
