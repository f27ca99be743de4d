import type { EpisodeTags } from "../../media/render/episode-tags.ts";
import type { EpisodeId } from "../../schemas/ids.ts";
import { creditLine } from "../../schemas/credit-line.ts";
import { openChannels } from "../store/channels.ts";
import { openEpisodes } from "../store/episodes.ts";
import type { Database } from "../store/open-database.ts";
import type { Covers } from "./covers.ts";

/** What the files of an episode say of themselves, as of now: the school as artist; of persons, only authors whose licences ask for it. */
export async function episodeTags(parts: { database: Database; covers: Covers }, id: EpisodeId): Promise<EpisodeTags> {
  const episode = await openEpisodes(parts.database).require(id);
  const channel = await openChannels(parts.database).require(episode.channelId);
  return {
    title: episode.title,
    description: episode.description,
    credits: episode.soundCredits.map(creditLine),
    language: channel.language,
    channelTitle: channel.title,
    author: channel.author,
    episodeNumber: episode.number,
    season: episode.season,
    recordedAt: episode.recordedAt,
    chapters: episode.chapters,
    coverPath: await parts.covers.smallEpisodePath(channel, episode),
  };
}
