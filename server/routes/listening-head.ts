import type { Episode } from "../../schemas/episodes.ts";
import type { FamilyLanguage } from "../../schemas/families.ts";
import type { ChannelPage } from "../../schemas/listening.ts";
import { htmlText } from "./listening-document.ts";

type Told = { page: ChannelPage; episode: Episode | undefined; origin: string; language: FamilyLanguage };

const longest = 200;
const short = (text: string) => (text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`);
const meta = (kind: "name" | "property", name: string, content: string) =>
  `<meta ${kind}="${name}" content="${htmlText(content)}">`;
const link = (attributes: Record<string, string>) =>
  `<link ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${htmlText(value)}"`)
    .join(" ")}>`;

/** Words that say what is to be heard, in a line. */
export const descriptionOf = ({ page, episode }: Pick<Told, "page" | "episode">): string =>
  short([episode?.description, page.channel.description, page.channel.author].find((text) => text?.trim()) ?? "");

/** Address of a page on the station. */
export const addressOf = ({ page, episode, origin }: Omit<Told, "language">): string =>
  `${origin}/chaines/${page.channel.slug}${episode === undefined ? "" : `/${episode.id}`}`;

/** Address of the picture by which other sites show a public page; it changes with what is on it. */
export const pictureOf = ({ page, episode, origin }: Omit<Told, "language">): string => {
  const { slug, coverVersion } = page.channel;
  return `${origin}/media/previews/${slug}/${coverVersion}-${episode?.number ?? 0}.jpg`;
};

/** For sites and messengers that show a link with picture and title. Of public channels only: of the others nothing is said before one is in. */
function preview(told: Told): string[] {
  const { page, episode, origin, language } = told;
  const address = addressOf(told);
  const sound = episode?.enclosures.find(({ format }) => format === "mp3");
  const embedded = `${origin}/api/channels/${page.channel.slug}/oembed?url=${encodeURIComponent(address)}`;
  return [
    link({ rel: "canonical", href: address }),
    meta("property", "og:type", episode === undefined ? "website" : "music.song"),
    meta("property", "og:site_name", page.channel.title),
    meta("property", "og:title", episode?.title ?? page.channel.title),
    meta("property", "og:description", descriptionOf(told)),
    meta("property", "og:url", address),
    meta("property", "og:locale", language),
    meta("property", "og:image", pictureOf(told)),
    meta("property", "og:image:width", "1200"),
    meta("property", "og:image:height", "630"),
    meta("property", "og:image:alt", page.channel.title),
    ...(sound === undefined ? [] : [meta("property", "og:audio", origin + sound.url)]),
    meta("name", "twitter:card", "summary_large_image"),
    link({ rel: "alternate", type: "application/json+oembed", href: embedded, title: page.channel.title }),
  ];
}

/** What stands in the head of a listener's page. */
export function listeningHead(told: Told): string[] {
  const { page, origin } = told;
  const feed = page.feed === null ? [] : [feedLink(origin + page.feed.path, page.channel.title)];
  const isPublic = page.channel.visibility === "public";
  return [
    meta("name", "description", descriptionOf(told)),
    ...feed,
    ...(isPublic ? preview(told) : [meta("name", "robots", "noindex")]),
  ];
}

const feedLink = (address: string, title: string) =>
  link({ rel: "alternate", type: "application/rss+xml", href: `${address}.xml`, title });
