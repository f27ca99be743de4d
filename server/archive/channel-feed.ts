import { generateRssFeed } from "feedsmith";
import type { Channel } from "../../schemas/channels.ts";
import type { Enclosure, Episode } from "../../schemas/episodes.ts";
import type { Airing } from "../store/timetable.ts";
import { creditLine } from "../../schemas/sound-rights.ts";
import { feedGuid } from "./feed-guid.ts";
import { liveItems } from "./live-items.ts";
import { firstBytes, xmlText } from "./xml-text.ts";

/** PSP-1: a description holds at most 4,000 bytes. */
const longestDescriptionBytes = 4_000;

/** What a feed is made of. */
export type FeedSource = {
  channel: Channel;
  /** Published ones, newest first. */
  episodes: readonly Episode[];
  /** When its shows are, will be and were on air. */
  airings: readonly Airing[];
  /** Epoch milliseconds. */
  now: number;
  /** Epoch milliseconds of the last change. */
  changedAt: number;
  /** Scheme and host that subscribers reach the station by, without a slash at the end. */
  origin: string;
  /** What the addresses of feed, sound, covers and chapters begin with: the origin, and in a family's own feed its private part. */
  base: string;
  /** Whether everybody may read it; any other is kept out of the directories of podcasts. */
  isPublic: boolean;
};

/** A channel's podcast feed: RSS 2.0 after PSP-1, with Apple's and Podcasting 2.0's tags. Names the school, never a person. */
export function channelFeed(source: FeedSource): string {
  const { channel, episodes, airings, now, changedAt, origin, base, isPublic } = source;
  const link = `${origin}/chaines/${channel.slug}`;
  const self = feedUrl(base, channel);
  const title = xmlText(channel.title);
  const author = xmlText(channel.author);
  const image = `${base}/media/covers/channels/${channel.id}/${channel.coverVersion}.jpg`;
  const about = { title, link, description: describe(channel.description, channel.title) };
  const live = liveItems({ channel, airings, origin, base, now });
  const xml = tidy(
    generateRssFeed({
      ...about,
      language: channel.language,
      generator: "Antenne",
      lastBuildDate: new Date(changedAt),
      ...(episodes[0]?.publishedAt == null ? {} : { pubDate: new Date(episodes[0].publishedAt) }),
      ttl: 60,
      image: { url: image, title, link },
      atom: { links: [{ href: self, rel: "self", type: "application/rss+xml" }] },
      itunes: {
        image,
        author,
        explicit: episodes.some(({ isExplicit }) => isExplicit),
        type: "episodic",
        categories: [{ text: "Education" }],
        ...(isPublic ? {} : { block: true }),
      },
      podcast: {
        guid: feedGuid(self),
        locked: { value: true },
        medium: "podcast",
        ...(isPublic ? {} : { blocks: [{ value: true }] }),
      },
      items: episodes.map((episode) => item(episode, { author, link, base })),
    }),
  );
  // A function, because a text's `$` means something in a replacement.
  return live === "" ? xml : xml.replace("<channel>", (opening) => `${opening}\n${live}`);
}

/** The address that subscribers know a channel's feed by. */
export const feedUrl = (base: string, { slug }: Pick<Channel, "slug">): string => `${base}/feeds/${slug}.xml`;

type ItemPlace = { author: string; link: string; base: string };

function item(episode: Episode, { author, link, base }: ItemPlace) {
  const { season, number } = episode;
  const title = xmlText(episode.title);
  const image = base + episode.coverUrl;
  const mp3 = episode.enclosures.find(({ format }) => format === "mp3");
  const others = episode.enclosures.filter(({ format }) => format !== "mp3");
  return {
    title,
    link: `${link}/${episode.id}`,
    description: describe(withCredits(episode), episode.title),
    guid: { value: episode.guid, isPermaLink: false },
    ...(episode.publishedAt === null ? {} : { pubDate: new Date(episode.publishedAt) }),
    enclosures: mp3 ? [{ url: base + mp3.url, length: mp3.byteLength, type: mp3.mimeType }] : [],
    itunes: {
      ...{ title, author, image, season, episode: number, explicit: episode.isExplicit, episodeType: "full" },
      duration: Math.max(1, Math.round(episode.durationSeconds ?? 0)),
    },
    podcast: {
      ...{ season: { number: season }, episode: { number } },
      ...(episode.chapters.length > 0 && mp3 ? { chapters: chaptersOf(mp3, base) } : {}),
      alternateEnclosures: others.map((other) => alternate(other, base)),
    },
  };
}

// Chapters change with the tags, and lie beside them under the same version.
const chaptersOf = ({ url }: Enclosure, base: string) => ({
  url: base + url.replace(/[^/]+$/, "chapters.json"),
  type: "application/json+chapters",
});

const alternate = ({ url, byteLength, bitrate }: Enclosure, base: string) => ({
  ...{ type: "audio/ogg", codecs: "opus", length: byteLength, bitrate, title: "Opus" },
  sources: [{ uri: base + url, contentType: "audio/ogg" }],
});

// The authors whose licences ask for it are named where every application shows them.
const withCredits = ({ description, title, soundCredits }: Episode) => {
  if (soundCredits.length === 0) return description;
  const credits = soundCredits.map(creditLine).join("\n");
  const most = longestDescriptionBytes - new TextEncoder().encode(`\n\n${credits}`).length;
  return `${firstBytes(description || title, Math.max(0, most))}\n\n${credits}`;
};

// Without a description, the title is one: PSP-1 wants some.
const describe = (description: string, title: string) =>
  firstBytes(xmlText(description) || xmlText(title), longestDescriptionBytes);

/** Says `explicit` as PSP-1 does, and keeps the generator's indentation out of the texts. */
function tidy(xml: string): string {
  return xml
    .replace(/^(\s*<itunes:explicit>)no(<\/itunes:explicit>)$/gm, "$1false$2")
    .replace(/^(\s*<itunes:explicit>)yes(<\/itunes:explicit>)$/gm, "$1true$2")
    .replace(/(<[\w:]+>)\n\s*(<!\[CDATA\[)/g, "$1$2")
    .replace(/(\]\]>)\n\s*(<\/[\w:]+>)/g, "$1$2");
}
