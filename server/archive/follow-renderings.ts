import type { Job } from "../../schemas/jobs.ts";
import type { Jobs } from "../jobs/open-jobs.ts";
import type { Episodes } from "../store/episodes.ts";

/**
 * Keeps an episode's state with its rendering job's: failed when the job gave up or was cancelled, rendering when it is tried again.
 * Success is the job's own last act. Returns what ends the following.
 */
export function followRenderings(jobs: Jobs, episodes: Episodes): () => void {
  return jobs.onChange((job) => {
    if (job.state !== "done") void settleEpisode(episodes, job);
  });
}

/** Brings the episode of a job to the state that the job's says. An episode that is already there for listeners stays so. */
export async function settleEpisode(episodes: Episodes, job: Job): Promise<void> {
  const episode = await episodes.findByJob(job.id);
  if (episode === undefined || episode.state === "rendered" || episode.state === "published") return;
  const state = job.state === "failed" || job.state === "cancelled" ? "failed" : "rendering";
  if (episode.state !== state) await episodes.setState(episode.id, state);
}
