import { rm } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type { EpisodeTags } from "../../media/render/episode-tags.ts";
import { retagEpisode } from "../../media/render/retag-episode.ts";
import type { EpisodeId } from "../../schemas/ids.ts";
import { openChannels } from "../store/channels.ts";
import { toEncodedFile } from "./encoded-file.ts";
import { openEpisodes } from "../store/episodes.ts";
import type { Database } from "../store/open-database.ts";
import type { Covers } from "./covers.ts";
import { episodeTags } from "./episode-tags.ts";
import { renderingDirectory } from "./rendering-directory.ts";

type Parts = { database: Database; covers: Covers; mediaDirectory: string };

/** Gives an episode's files the credits of today, under the next version, without encoding anew; nothing is done when they have them. */
export async function retag({ database, covers, mediaDirectory }: Parts, episodeId: EpisodeId, written?: EpisodeTags) {
  const episodes = openEpisodes(database);
  const episode = await episodes.find(episodeId);
  if (episode === undefined) return;
  const channel = await openChannels(database).require(episode.channelId);
  const tags = await episodeTags(covers, channel, episode);
  if (isDeepStrictEqual(tags, written)) return;
  const { durationSeconds, loudness } = episode;
  if (durationSeconds === null || loudness === null) return;
  const { version } = await episodes.filesOf(episodeId);
  const from = renderingDirectory(mediaDirectory, episodeId, version);
  const to = renderingDirectory(mediaDirectory, episodeId, version + 1);
  await rm(to, { recursive: true, force: true });
  const files = await retagEpisode({ from, to, durationSeconds, tags });
  await episodes.keepRendering(episodeId, {
    version: version + 1,
    files: files.map(toEncodedFile),
    durationSeconds,
    loudness,
  });
}
