import type { ChannelLanguage } from "../../schemas/channels.ts";
import type { Chapter } from "../../schemas/episodes.ts";

/** What an episode's files say of themselves to a player. No person is named, but authors of sounds whose licences ask for it. */
export type EpisodeTags = {
  title: string;
  /** What families read of it; may be empty. */
  description: string;
  /** The authors of sounds whose licences ask for it, a line each. */
  credits: readonly string[];
  /** As the channel is spoken. */
  language: ChannelLanguage;
  /** Album. */
  channelTitle: string;
  /** Artist: the school. */
  author: string;
  /** Track. */
  episodeNumber: number;
  /** Disc. */
  season: number;
  /** Instant, ISO 8601; its day becomes the date. */
  recordedAt: string;
  chapters: readonly Chapter[];
  /** A JPEG, small: it travels with every download. */
  coverPath: string;
};

/** ISO 639-2, as ID3 has it. */
const languageCodes: Record<ChannelLanguage, string> = {
  ...{ fr: "fra", en: "eng", ar: "ara", uk: "ukr", pt: "por", tr: "tur", es: "spa" },
  ...{ de: "deu", it: "ita", oc: "oci", br: "bre" },
};

const inOrder = ({ chapters }: Pick<EpisodeTags, "chapters">) =>
  [...chapters].sort((a, b) => a.startSeconds - b.startSeconds);

/** Chapters in the Podcasting 2.0 JSON format, which the feed points to. */
export function formatChapters(tags: Pick<EpisodeTags, "chapters">): string {
  const chapters = inOrder(tags).map(({ startSeconds, title }) => ({ startTime: startSeconds, title }));
  return JSON.stringify({ version: "1.2.0", chapters });
}

/** The tags and chapters in ffmpeg's own metadata format; a chapter lasts until the next one or the end. */
export function formatMetadata(tags: EpisodeTags, durationSeconds: number): string {
  const global = {
    title: tags.title,
    album: tags.channelTitle,
    artist: tags.author,
    album_artist: tags.author,
    publisher: tags.author,
    language: languageCodes[tags.language],
    ...(tags.description !== "" && { comment: tags.description }),
    ...(tags.credits.length > 0 && { copyright: tags.credits.join("\n") }),
    track: String(tags.episodeNumber),
    disc: String(tags.season),
    genre: "Podcast",
    date: tags.recordedAt.slice(0, 10),
  };
  const chapters = inOrder(tags);
  const lines = chapters.map((chapter, index) =>
    formatChapter(chapter, chapters[index + 1]?.startSeconds ?? durationSeconds),
  );
  return [";FFMETADATA1", ...formatPairs(global), ...lines.flat(), ""].join("\n");
}

function formatChapter({ title, startSeconds }: Chapter, endSeconds: number): string[] {
  const start = Math.round(startSeconds * 1_000);
  const end = Math.max(start, Math.round(endSeconds * 1_000));
  return ["[CHAPTER]", "TIMEBASE=1/1000", `START=${start}`, `END=${end}`, ...formatPairs({ title })];
}

const formatPairs = (pairs: Record<string, string>): string[] =>
  Object.entries(pairs).map(([key, value]) => `${key}=${value.replace(/[=;#\\\n]/g, "\\$&")}`);
