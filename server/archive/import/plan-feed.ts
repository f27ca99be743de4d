import { parseRssFeed } from "feedsmith";
import { z } from "zod";
import type { Chapter } from "../../../schemas/episodes.ts";
import { Licence } from "../../../schemas/licences.ts";
import { mostSoundbites, Soundbite } from "../../../schemas/soundbites.ts";
import { mostImportedEpisodes, type ImportedWords } from "../../../schemas/podcast-imports.ts";
import { importedChapters, parseClock } from "./imported-chapters.ts";
import { ParsedFeed, type FeedItem } from "./parsed-feed.ts";
import { plainText } from "./plain-text.ts";

/** An episode that may be imported: where its sound is, and what is said of it. */
export type PlannedEpisode = {
  guid: string | null;
  /** An address, or a name in the import's folder. */
  soundSource: string;
  byteLength: number | null;
  words: ImportedWords;
};

/** A podcast that may be imported, the oldest episode first. */
export type PodcastPlan = {
  title: string;
  description: string;
  coverSource: string | null;
  episodes: PlannedEpisode[];
};

const longestTitle = 120;
const longestDescription = 2_000;

/** Reads a podcast's feed, whoever wrote it. Throws on what is no RSS; one without any sound gives a plan without episodes. */
export function planFeed(xml: string): PodcastPlan {
  // Entities of its own are the one thing that a small document can grow by; no feed needs them.
  const head = xml.slice(0, Math.max(0, xml.search(/<rss[\s>]/i)));
  if (/<!(?:DOCTYPE|ENTITY)/i.test(head)) throw new Error("a feed with a document type");
  const feed = ParsedFeed.parse(parseRssFeed(xml));
  const podcastCover = feed.itunes?.image ?? feed.image?.url ?? null;
  const episodes = (feed.items ?? []).flatMap((item) =>
    episodeOf(item, { cover: podcastCover, licence: licenceOf(feed.podcast?.license?.display) }),
  );
  const inTime = episodes.toSorted((a, b) => instantOf(a) - instantOf(b));
  return {
    title: cut(feed.title ?? feed.itunes?.title ?? "", longestTitle),
    description: cut(plainText(feed.description ?? feed.itunes?.summary ?? ""), longestDescription),
    coverSource: podcastCover,
    // Too many: the newest are what people still listen to.
    episodes: inTime.slice(-mostImportedEpisodes - 1),
  };
}

const instantOf = ({ words }: PlannedEpisode) => (words.publishedAt === null ? 0 : Date.parse(words.publishedAt));

function episodeOf(item: FeedItem, ofPodcast: { cover: string | null; licence: Licence | null }): PlannedEpisode[] {
  const enclosure = soundOf(item);
  if (enclosure?.url === undefined) return [];
  const length = enclosure.length ?? 0;
  const cover = item.itunes?.image ?? null;
  return [
    {
      guid: wordIn(item.guid?.value),
      soundSource: enclosure.url.trim(),
      // Some write a made-up length: 0, or 1.
      byteLength: Number.isSafeInteger(length) && length > 1 ? length : null,
      words: {
        title:
          cut(plainText(item.title ?? item.itunes?.title ?? "").replace(/\s+/g, " "), longestTitle) || "Sans titre",
        description: cut(descriptionOf(item), longestDescription),
        publishedAt: dateOf(item.pubDate ?? item.dc?.dates?.[0]),
        season: within(item.itunes?.season ?? item.podcast?.season?.number, 99),
        number: within(item.itunes?.episode ?? item.podcast?.episode?.number, 9_999),
        isExplicit: item.itunes?.explicit === true,
        chapters: chaptersOf(item),
        soundbites: soundbitesOf(item),
        licence: licenceOf(item.podcast?.license?.display) ?? ofPodcast.licence,
        chaptersSource: item.podcast?.chapters?.url ?? null,
        coverSource: cover === ofPodcast.cover ? null : cover,
      },
    },
  ];
}

const soundOf = ({ enclosures = [] }: FeedItem) =>
  enclosures.find(({ type = "", url = "" }) => type.startsWith("audio/") || /\.(mp3|m4a|ogg|opus)(\?|$)/i.test(url)) ??
  enclosures.find(({ type = "" }) => !type.startsWith("image/"));

// WordPress gives an excerpt as the description, and the whole text beside it.
function descriptionOf({ description = "", content, itunes }: FeedItem): string {
  const texts = [description, content?.encoded ?? "", itunes?.summary ?? ""].map(plainText);
  return texts.find((text) => text !== "" && !/(\[…\]|\[\.\.\.\]|…)$/.test(text)) ?? texts.find(Boolean) ?? "";
}

const chaptersOf = ({ psc }: FeedItem): Chapter[] =>
  importedChapters(
    (psc?.chapters ?? []).map((chapter) => ({
      ...chapter,
      startSeconds: parseClock(chapter.start ?? ""),
    })),
  );

const licenceOf = (display = ""): Licence | null => Licence.safeParse(display.trim().toLowerCase()).data ?? null;

/** Extracts that the station could have made itself; others stay behind. */
const soundbitesOf = ({ podcast, title = "" }: FeedItem): Soundbite[] =>
  (podcast?.soundbites ?? [])
    .flatMap(({ startTime, duration, display }) => {
      const words =
        cut(plainText(display ?? "").replace(/\s+/g, " "), longestTitle) || cut(plainText(title), longestTitle);
      const found = Soundbite.safeParse({ startSeconds: startTime, durationSeconds: duration, title: words });
      return found.success ? [found.data] : [];
    })
    .slice(0, mostSoundbites);

const wordIn = (text = ""): string | null => (text.trim() === "" ? null : text.trim());

const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed().trim();

const within = (value: number | undefined, most: number): number | null =>
  z
    .int()
    .min(1)
    .max(most)
    .nullable()
    .catch(null)
    .parse(value ?? null);

function dateOf(text: string | undefined): string | null {
  const at = Date.parse(text ?? "");
  // A date before the first podcasts is a mistake.
  return Number.isFinite(at) && at > Date.UTC(1990) ? new Date(at).toISOString() : null;
}
