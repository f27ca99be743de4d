import type { EpisodeId, JobId } from "../../schemas/ids.ts";
import type { Episodes } from "../store/episodes.ts";
import { makeTurns } from "./make-turns.ts";

/** What puts an episode's making in line, and what takes its files away, wait for each other. */
export const inEpisodeTurn = makeTurns();

/** Naming the job that makes an episode. Apart from the other turns: those wait for a job's end, and a job that begins waits for this. */
export const whenNamed = makeTurns();

/** Whether a job is the one that makes the episode now, and no former one that was tried again. */
export const isRenderingOf = (episodes: Pick<Episodes, "find">, id: EpisodeId, jobId: JobId): Promise<boolean> =>
  whenNamed(id, async () => (await episodes.find(id))?.renderJobId === jobId);
