import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { generateRssFeed } from "feedsmith";
import type { Channel, SisterChannel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { PersonsOf } from "../../schemas/persons.ts";
import type { Airing } from "../store/timetable.ts";
import { feedGuid } from "./feed-guid.ts";
import { feedItem, licenceTag, type ItemPlace } from "./feed-item.ts";
import { describe, tidy } from "./feed-words.ts";
import { announced, liveItems } from "./live-items.ts";
import { xmlText } from "./xml-text.ts";

/** Where an episode is at home. */
type Place = Pick<ItemPlace, "author" | "link" | "licence">;

/** What a feed is made of. */
export type FeedSource = {
  channel: Channel;
  /** Published ones, newest first; the same objects for as long as they are the same episodes, where feeds are kept. */
  episodes: readonly Episode[];
  /** When its shows are, will be and were on air. */
  airings: readonly Airing[];
  /** Whose names may be told of its episodes, to everybody who may read it. */
  persons: PersonsOf;
  /** Public channels that it names. */
  sisters: readonly SisterChannel[];
  /** Epoch milliseconds. */
  now: number;
  /** Epoch milliseconds of the last change. */
  changedAt: number;
  /** Scheme and host that subscribers reach the station by, without a slash at the end. */
  origin: string;
  /** What the addresses of feed, sound, covers and chapters begin with: the origin, and in a private feed its token. */
  base: string;
  /** Whether everybody may read it; any other is kept out of the directories of podcasts. */
  isPublic: boolean;
  /** The WebSub hub that a public feed names. */
  hub?: string | undefined;
  /** Of a feed that joins several radios: by what it is kept, its own page and picture, and where each episode is at home. */
  joined?: {
    key: string;
    /** Below the base. */
    path: string;
    page: string;
    imagePath: string;
    placeOf: (episode: Episode) => Place;
  };
};

/** A feed whose tag is known before its text is made. */
export type FeedDocument = { tag: string; body: () => string };

type Template = { key: string; episodes: readonly Episode[]; persons: PersonsOf; xml: string; digest: string };

/** Feeds that are kept ready at once; one more, and the one that was not asked for the longest goes. */
const mostKept = 60;
// Stand in what is kept for all subscribers of a feed, where each has an address of their own.
const anyBase = "https://base.antenne.invalid";
const anyGuid = "00000000-0000-5000-8000-antenne";

/**
 * Makes feeds, and keeps for the next subscriber what is the same for all of them: an episode's item for as long as the episode does not
 * change, the whole for as long as nothing does. What is kept holds nobody's address.
 */
export function keepFeeds(): (source: FeedSource) => FeedDocument {
  const items = new WeakMap<Episode, { key: string; xml: string }>();
  const templates = new Map<string, Template>();

  const itemOf: ItemOf = (episode, place) => {
    const key = JSON.stringify(place);
    const known = items.get(episode);
    if (known?.key === key) return known.xml;
    const xml = feedItem(episode, { ...place, base: anyBase });
    items.set(episode, { key, xml });
    return xml;
  };

  function templateOf(source: FeedSource): Template {
    const { channel, episodes, persons, airings, sisters, now, changedAt, origin, isPublic } = source;
    const place = `${source.joined?.key ?? channel.id} ${origin} ${isPublic} ${source.hub}`;
    const key = JSON.stringify([channel, sisters, changedAt, announced(airings, now)]);
    const known = templates.get(place);
    const template =
      known?.key === key && isSameList(known.episodes, episodes) && isDeepStrictEqual(known.persons, persons)
        ? known
        : { key, episodes, persons, ...written({ ...source, base: anyBase }, itemOf) };
    templates.delete(place);
    templates.set(place, template);
    if (templates.size > mostKept) templates.delete(templates.keys().next().value!);
    return template;
  }

  return (source) => {
    const { xml, digest } = templateOf(source);
    const guid = feedGuid(addressOf(source));
    return {
      tag: shortHash(`${digest} ${source.base}`),
      body: () => xml.replaceAll(anyBase, () => source.base).replace(anyGuid, guid),
    };
  };
}

/** A channel's podcast feed: RSS 2.0 after PSP-1, with Apple's and Podcasting 2.0's tags. Names the school, and of persons those alone whom its source tells. */
export const channelFeed = (source: FeedSource): string => keepFeeds()(source).body();

/** The address that subscribers know a channel's feed by. */
export const feedUrl = (base: string, { slug }: Pick<Channel, "slug">): string => `${base}/feeds/${slug}.xml`;

const addressOf = ({
  base,
  channel,
  joined,
}: Pick<FeedSource, "base" | "channel"> & { joined?: FeedSource["joined"] | undefined }) =>
  joined === undefined ? feedUrl(base, channel) : base + joined.path;

const remoteItem = (sister: SisterChannel, origin: string) => ({
  ...{ feedGuid: feedGuid(feedUrl(origin, sister)), feedUrl: feedUrl(origin, sister) },
  ...{ medium: "podcast", title: xmlText(sister.title) },
});

const shortHash = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 24);

const isSameList = (one: readonly Episode[], other: readonly Episode[]) =>
  one.length === other.length && one.every((episode, index) => episode === other[index]);

type ItemOf = (episode: Episode, place: Omit<ItemPlace, "base">) => string;

function written(source: FeedSource, itemOf: ItemOf): Pick<Template, "xml" | "digest"> {
  const { channel, episodes, airings, now, origin, base } = source;
  const link = source.joined?.page ?? `${origin}/chaines/${channel.slug}`;
  const author = xmlText(channel.author);
  const placeOf = source.joined?.placeOf ?? (() => ({ author, link, licence: channel.licence }));
  const live = liveItems({ channel, airings, origin, base, now });
  const personsIn = ({ id }: Episode) => source.persons[id] ?? [];
  const items = episodes
    .map((episode) => itemOf(episode, { ...placeOf(episode), persons: personsIn(episode) }))
    .join("\n");
  const frame = head(source, { link, author });
  const [first, last] = [frame.indexOf("<channel>") + "<channel>".length, frame.lastIndexOf("</channel>")];
  const xml = `${frame.slice(0, first)}\n${live}${frame.slice(first, last)}${items}\n${frame.slice(last)}`;
  return { xml, digest: shortHash(xml) };
}

function head(
  { channel, episodes, sisters, changedAt, origin, base, isPublic, hub, joined }: FeedSource,
  of: { link: string; author: string },
) {
  const { link, author } = of;
  const title = xmlText(channel.title);
  const image = base + (joined?.imagePath ?? `/media/covers/channels/${channel.id}/${channel.coverVersion}.jpg`);
  return tidy(
    generateRssFeed({
      ...{ title, link, description: describe(channel.description, channel.title) },
      language: channel.language,
      generator: "Antenne",
      lastBuildDate: new Date(changedAt),
      ...(episodes[0]?.publishedAt == null ? {} : { pubDate: new Date(episodes[0].publishedAt) }),
      ttl: 60,
      image: { url: image, title, link },
      atom: {
        links: [
          { href: addressOf({ base, channel, joined }), rel: "self", type: "application/rss+xml" },
          ...(isPublic && hub !== undefined ? [{ href: hub, rel: "hub" }] : []),
        ],
      },
      itunes: {
        ...{ image, author, type: "episodic", categories: [{ text: "Education" }] },
        explicit: episodes.some(({ isExplicit }) => isExplicit),
        ...(isPublic ? {} : { block: true }),
        ...(isPublic && channel.movedTo !== null ? { newFeedUrl: channel.movedTo } : {}),
      },
      podcast: {
        ...{ guid: anyGuid, locked: { value: true }, medium: "podcast" },
        ...(joined === undefined ? { license: licenceTag(channel.licence, link) } : {}),
        ...(sisters.length === 0
          ? {}
          : { podroll: { remoteItems: sisters.map((sister) => remoteItem(sister, origin)) } }),
        ...(isPublic ? {} : { blocks: [{ value: true }] }),
      },
    }),
  );
}
