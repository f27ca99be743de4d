import { resolve } from "node:path";
import type { ClassroomId, EpisodeId, JobId, RecordingId, ShowId } from "../../schemas/ids.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { Episodes } from "../store/episodes.ts";
import type { openRecordings } from "../store/recordings.ts";
import type { Shows } from "../store/shows.ts";
import { settleEpisode } from "./follow-renderings.ts";
import type { KeptRecording } from "./kept-recording.ts";
import type { ArchiveParts } from "./archive-parts.ts";

type Stores = {
  recordings: ReturnType<typeof openRecordings>;
  episodes: Episodes;
  shows: Shows;
  keepRecording(showId: ShowId, recordingId: RecordingId, finished: KeptRecording): Promise<unknown>;
  queueRendering(episodeId: EpisodeId, classroomId: ClassroomId, finished: KeptRecording): Promise<JobId>;
};
type Unfinished = { id: RecordingId; showId: ShowId; directory: string };

/** Makes episodes of what a crash left open, and gives a job to every rendering that has lost its own. */
export async function recoverShows(parts: ArchiveParts, stores: Stores): Promise<{ kept: number; lost: number }> {
  const outcome = { kept: 0, lost: 0 };
  for (const recording of await stores.recordings.unfinished()) {
    const isKept = await recoverShow(parts, stores, recording);
    outcome[isKept ? "kept" : "lost"] += 1;
  }
  for (const { episode, recordingId } of await stores.episodes.listRendering()) {
    await recoverRendering(parts, stores, episode, recordingId);
  }
  return outcome;
}

async function recoverShow(parts: ArchiveParts, stores: Stores, recording: Unfinished): Promise<boolean> {
  try {
    const finished = await parts.recoverRecording(resolve(parts.mediaDirectory, recording.directory));
    await stores.keepRecording(recording.showId, recording.id, finished);
    return true;
  } catch (error) {
    // Nothing was heard yet: the show is there to be made, its empty recording is over.
    parts.onLost?.(recording.id, error);
    await stores.recordings.endEmpty(recording.id);
    await stores.shows.setState(recording.showId, "planned");
    return false;
  }
}

async function recoverRendering(
  parts: ArchiveParts,
  stores: Stores,
  episode: Episode,
  recordingId: RecordingId | null,
): Promise<void> {
  const job = episode.renderJobId === null ? undefined : await parts.jobs.find(episode.renderJobId);
  if (job !== undefined) return settleEpisode(stores.episodes, job);
  const home = recordingId === null ? undefined : await stores.recordings.homeOf(recordingId);
  if (home === undefined) return stores.episodes.setState(episode.id, "failed");
  const finished = await parts.recoverRecording(resolve(parts.mediaDirectory, home.directory));
  await stores.queueRendering(episode.id, home.classroomId, finished);
}
