import type { EpisodeTags } from "../../media/render/episode-tags.ts";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { Covers } from "./covers.ts";

/** What the files of an episode say of themselves: the school as artist, never a person. */
export async function episodeTags(covers: Covers, channel: Channel, episode: Episode): Promise<EpisodeTags> {
  return {
    title: episode.title,
    channelTitle: channel.title,
    author: channel.author,
    episodeNumber: episode.number,
    season: episode.season,
    recordedAt: episode.recordedAt,
    chapters: episode.chapters,
    coverPath: await covers.smallPathOf(channel, channel.hasOwnCover ? undefined : episode.number),
  };
}
