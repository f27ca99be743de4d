import type { EpisodeId } from "../../schemas/ids.ts";
import { openEpisodes } from "../store/episodes.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import { dropFormerVersions } from "./drop-former-versions.ts";
import { episodeTags } from "./episode-tags.ts";
import { retag } from "./retag.ts";

/** Remembers what the files of these episodes say; afterwards gives them the credits of then, and leaves no file that says the former ones. */
export async function openRetagging(parts: ArchiveParts, episodeIds: readonly EpisodeId[]) {
  const written = await Promise.all(episodeIds.map(async (id) => [id, await episodeTags(parts, id)] as const));
  const episodes = openEpisodes(parts.database, parts.clock);
  return {
    rewrite: async () => {
      for (const [id, tags] of written) {
        if ((await episodes.require(id)).enclosures.length === 0) continue;
        await retag(parts, id, tags);
        await dropFormerVersions(parts.mediaDirectory, id, (await episodes.filesOf(id)).version, 0);
      }
    },
  };
}
