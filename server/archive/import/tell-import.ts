import type { Job } from "../../../schemas/jobs.ts";
import { PodcastImport, type ImportState } from "../../../schemas/podcast-imports.ts";
import type { Jobs } from "../../jobs/open-jobs.ts";
import type { Database } from "../../store/open-database.ts";
import { openPodcastImports, type KeptImport, type KeptItem } from "../../store/podcast-imports.ts";

/** An import as its page shows it: its rows, and how its work does. */
export async function tellImport(
  { database, jobs }: { database: Database; jobs: Pick<Jobs, "find"> },
  kept: KeptImport,
): Promise<PodcastImport> {
  const { id, channelId, source, title, description, reach, jobId, answeredAt } = kept;
  const job = jobId === null ? undefined : await jobs.find(jobId);
  const items = await openPodcastImports(database).itemsOf(id);
  return PodcastImport.parse({
    ...{ id, channelId, source, title, description, reach },
    state: stateOf(jobId !== null, job),
    progress: job?.progress ?? (jobId === null ? 0 : 1),
    error: job?.error ?? null,
    isConfirmed: answeredAt !== null,
    episodes: items.map(episodeOf),
  });
}

// A work that ended long ago is told of no more.
const stateOf = (isStarted: boolean, job: Job | undefined): ImportState =>
  job?.state ?? (isStarted ? "done" : "preview");

const episodeOf = ({ title, publishedAt, byteLength, state, error, episodeId }: KeptItem) => ({
  ...{ title, byteLength, state, error, episodeId },
  publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
});
