import type { EpisodeVoices } from "../../schemas/consent.ts";
import type { Episode, EpisodeChange } from "../../schemas/episodes.ts";
import type { EpisodeId, JobId, PupilId } from "../../schemas/ids.ts";
import type { Job } from "../../schemas/jobs.ts";
import type { PlayedSound } from "../../schemas/sound-rights.ts";
import type { EpisodeText } from "../../schemas/transcripts.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** Episodes and the work that makes them. */
export const episodesApi = {
  episodes: {
    read: (id: EpisodeId): Promise<Episode> => take(server.episodes[":id"].$get(of(id))),
    listSounds: (id: EpisodeId): Promise<PlayedSound[]> => take(server.episodes[":id"].sounds.$get(of(id))),
    readVoices: (id: EpisodeId): Promise<EpisodeVoices> => take(server.episodes[":id"].voices.$get(of(id))),
    change: (id: EpisodeId, change: EpisodeChange): Promise<Episode> =>
      take(server.episodes[":id"].$patch({ ...of(id), json: change })),
    /** Makes the episode anew without these voices, and with all others. */
    leaveOut: (id: EpisodeId, pupilIds: PupilId[]): Promise<Episode> =>
      take(server.episodes[":id"]["left-out-voices"].$put({ ...of(id), json: { pupilIds } })),
    publish: (id: EpisodeId): Promise<Episode> => take(server.episodes[":id"].publication.$put(of(id))),
    /** Puts the end of an episode that is announced off by a year. */
    keepLonger: (id: EpisodeId) => take(server.episodes[":id"].keeping.$put(of(id))),
    readText: (id: EpisodeId): Promise<EpisodeText | null> => take(server.episodes[":id"].transcript.$get(of(id))),
    writeText: (id: EpisodeId, text: string): Promise<EpisodeText> =>
      take(server.episodes[":id"].transcript.$put({ ...of(id), json: { text } })),
    removeText: (id: EpisodeId) => take(server.episodes[":id"].transcript.$delete(of(id))),
    unpublish: (id: EpisodeId): Promise<Episode> => take(server.episodes[":id"].publication.$delete(of(id))),
  },
  jobs: {
    read: (id: JobId): Promise<Job> => take(server.jobs[":id"].$get(of(id))),
    cancel: (id: JobId) => take(server.jobs[":id"].$delete(of(id))),
    retry: (id: JobId) => take(server.jobs[":id"].retries.$post(of(id))),
  },
};
