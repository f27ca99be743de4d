import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EpisodeId } from "../../schemas/ids.ts";
import { renderingDirectory } from "./rendering-directory.ts";

/** Removes the versions of an episode before the last but one: that one stays, for whoever is listening to it just now. */
export async function dropFormerVersions(mediaDirectory: string, episodeId: EpisodeId, version: number): Promise<void> {
  const folder = dirname(renderingDirectory(mediaDirectory, episodeId, version));
  const former = (await readdir(folder)).filter((name) => /^\d+$/.test(name) && Number(name) < version - 1);
  await Promise.all(former.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
