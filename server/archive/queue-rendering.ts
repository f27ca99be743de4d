import { relative } from "node:path";
import { keptSeconds } from "../../media/render/muted.ts";
import type { ClassroomId, EpisodeId, JobId } from "../../schemas/ids.ts";
import { openEpisodes } from "../store/episodes.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import { inEpisodeTurn, whenNamed } from "./episode-turns.ts";
import { passRefusal } from "./erase-episode.ts";
import type { KeptRecording } from "./kept-recording.ts";
import type { RenderPayload } from "./render-job.ts";

/** Puts the making of an episode in line, as what is chosen for it when its turn comes; what was under way for it ends first. */
export type QueueRendering = (id: EpisodeId, classroomId: ClassroomId, finished: KeptRecording) => Promise<JobId>;

/** See {@link QueueRendering}. */
export function makeQueueRendering({ database, jobs, mediaDirectory }: ArchiveParts): QueueRendering {
  const episodes = openEpisodes(database);
  return async (episodeId, classroomId, finished) => {
    const { integratedLufs, truePeakDbtp, muted = [] } = finished;
    const programmePath = relative(mediaDirectory, finished.programmePath);
    const durationSeconds = keptSeconds(finished.durationSeconds, muted);
    const measured = { integratedLufs, truePeakDbtp };
    const payload: RenderPayload = { episodeId, programmePath, durationSeconds, muted: [...muted], ...measured };
    return inEpisodeTurn(episodeId, async () => {
      const former = (await episodes.require(episodeId)).renderJobId;
      // What becomes of the former work is nothing to the episode any more.
      await episodes.setJob(episodeId, null);
      if (former !== null) await jobs.cancel(former).catch(passRefusal);
      return whenNamed(episodeId, async () => {
        const jobId = await jobs.enqueue("render-episode", payload, classroomId);
        await episodes.setJob(episodeId, jobId);
        return jobId;
      });
    });
  };
}
