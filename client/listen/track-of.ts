import type { Episode } from "../../schemas/episodes.ts";
import type { Track } from "../audio/track.ts";

/** An episode as the player takes it: the lightest file first, the MP3 for browsers that cannot play it. */
export function trackOf(episode: Episode, channelTitle: string): Track {
  const lightest = episode.enclosures.toSorted((one, other) => one.byteLength - other.byteLength);
  return {
    id: episode.id,
    title: episode.title,
    artist: channelTitle,
    artworkUrl: episode.coverUrl,
    durationSeconds: episode.durationSeconds ?? 0,
    sources: lightest.map(({ url, mimeType }) => ({ url, mimeType })),
  };
}

/** Address of the file to keep: the MP3, which every device plays. */
export const downloadOf = (episode: Episode) => episode.enclosures.find(({ format }) => format === "mp3");
