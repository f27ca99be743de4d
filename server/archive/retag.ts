import { rm } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type { EpisodeTags } from "../../media/render/episode-tags.ts";
import { retagEpisode } from "../../media/render/retag-episode.ts";
import type { EpisodeId } from "../../schemas/ids.ts";
import { dropFormerVersions } from "./drop-former-versions.ts";
import { toEncodedFile } from "./encoded-file.ts";
import { openEpisodes } from "../store/episodes.ts";
import type { Database } from "../store/open-database.ts";
import type { Covers } from "./covers.ts";
import { episodeTags } from "./episode-tags.ts";
import { makeTurns } from "./make-turns.ts";
import { renderingDirectory } from "./rendering-directory.ts";

type Parts = { database: Database; covers: Covers; mediaDirectory: string };

const inTurn = makeTurns();
/** Episodes that are being made anew, each with what its files said before their credits were changed meanwhile. */
const beingMade = new Map<EpisodeId, EpisodeTags | undefined>();

/**
 * Gives an episode's files the credits of today, under the next version, without encoding anew; nothing is done when `written` is what
 * they should say. Changes of one episode wait for each other; while it is made anew, the making's end writes them.
 */
export function retag(parts: Parts, episodeId: EpisodeId, written: EpisodeTags): Promise<void> {
  return inTurn(episodeId, async () => {
    if (beingMade.has(episodeId)) beingMade.set(episodeId, beingMade.get(episodeId) ?? written);
    else await writeNextVersion(parts, episodeId, written);
  });
}

/** Makes an episode's files while nothing else writes to its folder; then they get the credits of that moment. `make` tells what it wrote. */
export async function withRetagAfter(parts: Parts, episodeId: EpisodeId, make: () => Promise<EpisodeTags | undefined>) {
  await inTurn(episodeId, () => Promise.resolve(beingMade.set(episodeId, undefined)));
  let made: EpisodeTags | undefined;
  try {
    made = await make();
  } finally {
    await inTurn(episodeId, async () => {
      const written = made ?? beingMade.get(episodeId);
      beingMade.delete(episodeId);
      if (written !== undefined) await writeNextVersion(parts, episodeId, written);
    });
  }
}

async function writeNextVersion(parts: Parts, episodeId: EpisodeId, written: EpisodeTags): Promise<void> {
  const { database, mediaDirectory } = parts;
  const episodes = openEpisodes(database);
  const { durationSeconds, loudness } = await episodes.require(episodeId);
  const tags = await episodeTags(parts, episodeId);
  if (isDeepStrictEqual(tags, written) || durationSeconds === null || loudness === null) return;
  const former = (await episodes.filesOf(episodeId)).version;
  const version = former + 1;
  const from = renderingDirectory(mediaDirectory, episodeId, former);
  const to = renderingDirectory(mediaDirectory, episodeId, version);
  await rm(to, { recursive: true, force: true });
  const files = (await retagEpisode({ from, to, durationSeconds, tags })).map(toEncodedFile);
  await episodes.keepRendering(episodeId, { version, files, durationSeconds, loudness });
  await dropFormerVersions(mediaDirectory, episodeId, version);
}
