import { join } from "node:path";
import type { EpisodeId } from "../../schemas/ids.ts";

/** Where the files of one rendering of an episode lie; they never change there. */
export const renderingDirectory = (mediaDirectory: string, episodeId: EpisodeId, version: number): string =>
  join(mediaDirectory, "episodes", episodeId, String(version));
