import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EpisodeId } from "../../schemas/ids.ts";
import { renderingDirectory } from "./rendering-directory.ts";

/**
 * Removes the versions of an episode before the last but one: that one stays, for whoever is listening to it just now. With `keeps: 0` it goes too, for
 * it holds a voice that is not to be heard.
 */
export async function dropFormerVersions(
  mediaDirectory: string,
  episodeId: EpisodeId,
  version: number,
  keeps: 0 | 1 = 1,
): Promise<void> {
  const folder = dirname(renderingDirectory(mediaDirectory, episodeId, version));
  const former = (await readdir(folder)).filter((name) => /^\d+$/.test(name) && Number(name) < version - keeps);
  await Promise.all(former.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
