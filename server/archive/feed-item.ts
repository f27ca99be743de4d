import { generateRssFeed } from "feedsmith";
import type { Enclosure, Episode } from "../../schemas/episodes.ts";
import { creditLine } from "../../schemas/credit-line.ts";
import { isFree, licenceUrl } from "../../schemas/licence-terms.ts";
import type { Licence } from "../../schemas/licences.ts";
import type { EpisodePerson } from "../../schemas/persons.ts";
import type { ShowRole } from "../../schemas/turns.ts";
import { describe, longestDescriptionBytes, tidy, within } from "./feed-words.ts";
import { firstBytes, xmlText } from "./xml-text.ts";

/** What an episode's item takes from its channel; `base` begins the addresses of sound, cover and chapters. */
export type ItemPlace = {
  author: string;
  link: string;
  licence: Licence;
  base: string;
  /** Who may be named with it. */
  persons: readonly EpisodePerson[];
};

/** A licence as Podcasting 2.0 names it. Its list knows none that keeps all rights: such a one is told where the page of the radio tells it. */
export const licenceTag = (licence: Licence, page: string) => ({
  display: licence,
  url: isFree(licence) ? licenceUrl(licence) : page,
});

/** The `<item>` of an episode. */
export const feedItem = (episode: Episode, place: ItemPlace): string =>
  `<item>${within("item", tidy(generateRssFeed({ title: "-", link: place.link, description: "-", items: [item(episode, place)] })))}</item>`;

function item(episode: Episode, { author, link, licence, persons, base }: ItemPlace) {
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
      license: licenceTag(episode.licence ?? licence, link),
      persons: persons.flatMap(personTags),
      soundbites: episode.soundbites.map(({ startSeconds, durationSeconds, title: display }) => ({
        ...{ startTime: startSeconds, duration: durationSeconds, display: xmlText(display) },
      })),
      ...(episode.chapters.length > 0 && mp3 ? { chapters: chaptersOf(mp3, base) } : {}),
      ...(episode.transcript && {
        transcripts: [{ url: base + episode.transcript.url, type: episode.transcript.mimeType }],
      }),
      alternateEnclosures: others.map((other) => alternate(other, base)),
    },
  };
}

/** What somebody did, in the words of Podcasting 2.0's taxonomy; who is heard without a part of their own is a guest. */
const taxonomy: Readonly<Record<ShowRole, { role: string; group: string }>> = {
  presenter: { role: "host", group: "cast" },
  journalist: { role: "reporter", group: "cast" },
  reader: { role: "narrator", group: "cast" },
  columnist: { role: "reporter", group: "cast" },
  debater: { role: "guest", group: "cast" },
  technician: { role: "audio engineer", group: "audio production" },
};

const personTags = ({ name, roles }: EpisodePerson) => {
  const told = roles.length === 0 ? [{ role: "guest", group: "cast" }] : roles.map((role) => taxonomy[role]);
  const once = new Map(told.map((each) => [each.role, each]));
  return [...once.values()].map((each) => ({ display: xmlText(name), ...each }));
};

// Chapters change with the tags, and lie beside them under the same version.
const chaptersOf = ({ url }: Enclosure, base: string) => ({
  url: base + url.replace(/[^/]+$/, "chapters.json"),
  type: "application/json+chapters",
});

const alternate = ({ format, url, mimeType, byteLength, bitrate }: Enclosure, base: string) => {
  const type = mimeType.split(";")[0]!;
  const title = format === "low" ? "Opus, 24 kbit/s" : "Opus";
  return {
    ...{ type, codecs: "opus", length: byteLength, bitrate, title },
    sources: [{ uri: base + url, contentType: type }],
  };
};

// The authors whose licences ask for it are named where every application shows them.
const withCredits = ({ description, title, soundCredits }: Episode) => {
  if (soundCredits.length === 0) return description;
  const credits = soundCredits.map(creditLine).join("\n");
  const most = longestDescriptionBytes - new TextEncoder().encode(`\n\n${credits}`).length;
  return `${firstBytes(description || title, Math.max(0, most))}\n\n${credits}`;
};
