import { Hono, type Context } from "hono";
import { isForAll } from "../../schemas/consent.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelId } from "../../schemas/ids.ts";
import type { ListeningStart } from "../../schemas/listening.ts";
import { wishIn } from "../../schemas/listening-wish.ts";
import { lineOrNothing } from "../../schemas/people.ts";
import type { RadiosPage, SchoolRadios } from "../../schemas/radios.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { schoolFeedPath } from "../archive/school-feed.ts";
import { Refusal } from "../errors.ts";
import type { Channels } from "../store/channels.ts";
import type { Shows } from "../store/shows.ts";
import { fillDocument, htmlText, type ListeningPage } from "./listening-document.ts";
import { stationOrigin } from "./station-origin.ts";
import { wantedLanguage } from "./wanted-language.ts";

type Parts = {
  access: Access;
  channels: Pick<Channels, "listPublic">;
  shows: Pick<Shows, "findLive">;
  /** The station's own address, when it knows it better than a request's `Host`. */
  publicUrl: string | undefined;
  clock: () => number;
  /** The built page; `undefined` leaves its addresses to the other pages. */
  listeningPage: ListeningPage | undefined;
  /** Published episodes of a channel, newest first. */
  listPublished(channelId: ChannelId): Promise<Episode[]>;
};

/** As many of the newest episodes as the page shows. */
const newest = 12;
const longestQuery = 80;

/** Without accents and capitals, as people type. */
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** The pages of all radios that are for everybody, and of one school's: whole HTML that is read, searched and followed without a script. */
export function radiosPageRoutes(parts: Parts) {
  const { access, channels, shows, publicUrl, clock, listeningPage, listPublished } = parts;

  /** `undefined` of a school that has nothing for everybody. */
  async function find(schoolId: string | undefined, query: string): Promise<RadiosPage | undefined> {
    const words = plain(query).split(/\s+/).filter(Boolean);
    const here = (await channels.listPublic()).filter(({ school }) => schoolId === undefined || school.id === schoolId);
    if (schoolId !== undefined && here.length === 0) return undefined;
    const found = here.filter(({ channel, school, classroomName }) => {
      const text = plain([channel.title, channel.description, classroomName, school.name, school.city].join(" "));
      return words.every((word) => text.includes(word));
    });
    const schools = new Map<string, SchoolRadios>();
    const episodes: RadiosPage["newest"] = [];
    for (const { channel, school, classroomName } of found) {
      const radios = schools.get(school.id) ?? { school, radios: [] };
      radios.radios.push({ channel, classroomName, isLive: (await shows.findLive(channel.id)) !== undefined });
      schools.set(school.id, radios);
      const open = (await listPublished(channel.id)).filter(isForAll(channel));
      episodes.push(...open.slice(0, newest).map((episode) => ({ episode, channel })));
    }
    const latest = episodes.toSorted((one, other) =>
      (other.episode.publishedAt ?? "").localeCompare(one.episode.publishedAt ?? ""),
    );
    const byName = [...schools.values()].toSorted((one, other) =>
      one.school.name.localeCompare(other.school.name, "fr"),
    );
    return {
      school: schoolId === undefined ? null : here[0]!.school,
      query,
      schools: byName,
      newest: latest.slice(0, newest),
    };
  }

  const draw = async (c: Context<Env>) => {
    if (listeningPage === undefined) throw new Refusal("request.not_found");
    const query = lineOrNothing(longestQuery).parse((c.req.query("q") ?? "").slice(0, longestQuery));
    const found = await find(c.req.param("school"), query);
    const start: ListeningStart = {
      ...{ place: "radios", slug: "", episodeId: null, text: null, now: clock() },
      wish: wishIn(new URL(c.req.url).searchParams),
      found: found === undefined ? { refusal: "request.not_found" } : { radios: found },
    };
    const language = wantedLanguage(c);
    c.header("Vary", "Cookie, Accept-Language");
    if (found === undefined)
      return c.html(await fillDocument(listeningPage, { start, language, title: "Antenne", head: [] }), 404);
    const origin = stationOrigin(c, publicUrl);
    const title = `${found.school?.name ?? (await listeningPage.nameRadios(language))} — Antenne`;
    c.header("Cache-Control", "public, no-cache");
    const head = found.school === null ? [] : [feedLink(origin + schoolFeedPath(found.school), title)];
    return c.html(await fillDocument(listeningPage, { start, language, title, head }));
  };

  // Pages, as those of channels: what the protocol tells of are the addresses that programs ask.
  const listeners = new Hono<Env>().onError((error) => {
    throw error;
  });
  if (listeningPage === undefined) return listeners;
  return listeners
    .get("/radios", permit(access, "channel.listPublic"), draw)
    .get("/radios/:school", permit(access, "channel.listPublic"), draw);
}

const feedLink = (address: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" href="${htmlText(address)}" title="${htmlText(title)}">`;
