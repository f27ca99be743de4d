import type { EpisodeId } from "../../schemas/ids.ts";
import type { Job } from "../../schemas/jobs.ts";
import type { Jobs } from "../jobs/open-jobs.ts";
import type { Episodes } from "../store/episodes.ts";

/**
 * Keeps an episode's state with its rendering job's: failed when the job gave up or was cancelled, rendering when it is tried again.
 * Success is the job's own last act; `onMade` hears of it. Returns what ends the following.
 */
export function followRenderings(
  jobs: Jobs,
  episodes: Episodes,
  onMade: (episodeId: EpisodeId) => Promise<void>,
): () => void {
  const follow = async (job: Job) => {
    if (job.state !== "done") return settleEpisode(episodes, job);
    const episode = await episodes.findByJob(job.id);
    if (episode !== undefined) await onMade(episode.id);
  };
  return jobs.onChange((job) => void follow(job));
}

/** Brings the episode of a job to the state that the job's says. An episode that is already there for listeners stays so. */
export async function settleEpisode(episodes: Episodes, job: Job): Promise<void> {
  const episode = await episodes.findByJob(job.id);
  if (episode === undefined || episode.state === "rendered" || episode.state === "published") return;
  const state = job.state === "failed" || job.state === "cancelled" ? "failed" : "rendering";
  if (episode.state !== state) await episodes.setState(episode.id, state);
}
