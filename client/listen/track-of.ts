import type { Episode } from "../../schemas/episodes.ts";
import type { Track } from "../audio/track.ts";

/**
 * An episode as the player takes it: the lightest file first, the MP3 for browsers that can play nothing else. The one for little data is left to those who
 * want little, or have a poor line, and to whoever has kept nothing else.
 */
export function trackOf(episode: Episode, channelTitle: string, isForLittleData: boolean): Track {
  const lightest = episode.enclosures.toSorted((one, other) => one.byteLength - other.byteLength);
  const others = lightest.filter(({ format }) => isForLittleData || format !== "low");
  const wanted = others.length > 0 ? others : lightest;
  return {
    id: episode.id,
    title: episode.title,
    artist: channelTitle,
    artworkUrl: episode.coverUrl,
    durationSeconds: episode.durationSeconds ?? 0,
    sources: wanted.map(({ url, mimeType }) => ({ url, mimeType })),
  };
}

/** Address of the file to keep: the MP3, which every device plays. */
export const downloadOf = (episode: Episode) => episode.enclosures.find(({ format }) => format === "mp3");
