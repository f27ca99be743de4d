import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Episode } from "../../schemas/episodes.ts";
import type { EpisodeId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Jobs } from "../jobs/open-jobs.ts";
import type { Episodes } from "../store/episodes.ts";
import type { openRecordings } from "../store/recordings.ts";
import { inEpisodeTurn } from "./episode-turns.ts";

type Parts = {
  episodes: Episodes;
  recordings: ReturnType<typeof openRecordings>;
  jobs: Jobs;
  mediaDirectory: string;
};

/** Erases an episode with every version of its files, its recording, and the work that was still under way for it. */
export const eraseEpisode = (parts: Parts, { id }: Pick<Episode, "id">): Promise<void> =>
  inEpisodeTurn(id, () => erase(parts, id));

async function erase({ episodes, recordings, jobs, mediaDirectory }: Parts, id: EpisodeId) {
  const { renderJobId } = await episodes.require(id);
  if (renderJobId !== null) await jobs.cancel(renderJobId).catch(passRefusal);
  const { recordingId } = await episodes.filesOf(id);
  const recording = recordingId === null ? undefined : await recordings.homeOf(recordingId);
  await episodes.remove(id);
  await rm(join(mediaDirectory, "episodes", id), { recursive: true, force: true });
  if (recordingId === null || recording === undefined) return;
  await recordings.remove(recordingId);
  await rm(resolve(mediaDirectory, recording.directory), { recursive: true, force: true });
}

/** Lets a refusal pass: a job that is over, or gone, needs no stopping. */
export function passRefusal(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
