import type { NewsKind, PushedNews } from "../../schemas/news.ts";
import { news as ar } from "../i18n/family/ar-news.ts";
import { news as es } from "../i18n/family/es-news.ts";
import { news as pt } from "../i18n/family/pt-news.ts";
import { news as tr } from "../i18n/family/tr-news.ts";
import { news as uk } from "../i18n/family/uk-news.ts";
import { news as en } from "../i18n/en/news.ts";
import { news as fr } from "../i18n/fr/news.ts";

const words = { fr, en, ar, uk, pt, tr, es };
const keys = { soon: "pushedSoon", live: "pushedLive", episode: "pushedEpisode" } as const satisfies Record<
  NewsKind,
  keyof typeof fr
>;

/** What a notification says, in the language that its reader chose. */
export const pushedWords = ({ kind, radio, language }: Pick<PushedNews, "kind" | "radio" | "language">): string =>
  words[language][keys[kind]].replace("{{ radio }}", () => radio);
