import { Hono, type Context } from "hono";
import { isForAll } from "../../schemas/consent.ts";
import type { Env, Target } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { isForEverybody, privatePrefix, privateTokenIn } from "../access/private-address.ts";
import { hashToken } from "../access/session-token.ts";
import { channelCalendar } from "../archive/channel-calendar.ts";
import { channelOutline } from "../archive/channel-outline.ts";
import { turnedAt } from "../archive/live-items.ts";
import { schoolFeedSource } from "../archive/school-feed.ts";
import { feedUrl, keepFeeds } from "../archive/channel-feed.ts";
import { Refusal } from "../errors.ts";
import type { Channels } from "../store/channels.ts";
import type { EpisodePersons } from "../store/episode-persons.ts";
import type { Episodes } from "../store/episodes.ts";
import type { FeedAddresses } from "../store/feed-addresses.ts";
import type { Timetable } from "../store/timetable.ts";
import { answerDocument } from "./answer-document.ts";
import { stationOrigin } from "./station-origin.ts";

type Parts = {
  access: Access;
  channels: Channels;
  episodes: Pick<Episodes, "listPublished">;
  episodePersons: EpisodePersons;
  timetable: Timetable;
  feedAddresses: Pick<FeedAddresses, "noteUse">;
  /** The WebSub hub that public feeds name. */
  hub: { address: string } | undefined;
  /** The station's own address, when it knows it better than a request's `Host`. */
  publicUrl: string | undefined;
  clock: () => number;
};

const slugOf = (c: Context) => (c.req.param("file") ?? "").replace(/\.(xml|ics)$/, "");
/** One pattern for both: beside another one at the same place, it would cost the whole app its fast router. */
const address = "/feeds/:file{[a-z0-9-]+\\.(?:xml|ics)}";
const feedOf = (c: Context): Target => ({ channelSlug: slugOf(c) });

const placeOf = (url: string) => {
  const { host = "", pathname = "" } = URL.parse(url) ?? {};
  return host + pathname.toLowerCase();
};
/** Whether two addresses lead to one feed: by http or https, with or without a query. */
const isSamePlace = (one: string, other: string) => placeOf(one) === placeOf(other);

/** What apps subscribe to: `/feeds/<slug>.xml` is a channel's podcast, `/feeds/<slug>.ics` its timetable; heard and read by the same people. */
export function feedRoutes({
  access,
  channels,
  episodes,
  episodePersons,
  timetable,
  feedAddresses,
  hub,
  publicUrl,
  clock,
}: Parts) {
  const documentOf = keepFeeds();
  const sourceOf = async (c: Context) => {
    const channel = await channels.requireBySlug(slugOf(c));
    const airings = await timetable.listOf(channel.id);
    const sisters = await channels.sistersOf(channel.id);
    const persons = await episodePersons.ofChannel(channel.id);
    const origin = stationOrigin(c, publicUrl);
    const base = origin + privatePrefix(c.req.raw);
    const isPublic = isForEverybody(c.req.raw, channel.visibility);
    return {
      channel,
      airings,
      sisters,
      persons,
      origin,
      base,
      isPublic,
      changedAt: await channels.changedAt(channel.id),
    };
  };

  return new Hono<Env>()
    .get("/chaines.opml", permit(access, "channel.listPublic"), async (c) => {
      const only = c.req.query("ecole");
      const listed = (await channels.listPublic()).filter(({ school }) => only === undefined || school.id === only);
      const changes = await Promise.all(listed.map(({ channel }) => channels.changedAt(channel.id)));
      const body = channelOutline(listed, stationOrigin(c, publicUrl));
      const isPublic = true;
      return answerDocument(c, { body, mimeType: "text/x-opml", changedAt: Math.max(0, ...changes), isPublic });
    })
    .get("/radios/:school/fil.xml", permit(access, "channel.listPublic"), async (c) => {
      const listed = (await channels.listPublic()).filter(({ school }) => school.id === c.req.param("school"));
      if (listed[0] === undefined) throw new Refusal("school.not_found");
      const changes = await Promise.all(listed.map(({ channel }) => channels.changedAt(channel.id)));
      const joined = listed.map(async ({ channel }) => ({
        channel,
        episodes: await episodes.listPublished(channel.id),
        persons: await episodePersons.ofChannel(channel.id),
      }));
      const around = { origin: stationOrigin(c, publicUrl), changedAt: Math.max(...changes), now: clock() };
      const source = schoolFeedSource({ school: listed[0].school, channels: await Promise.all(joined) }, around);
      return answerDocument(c, { ...source, ...documentOf(source), mimeType: "application/rss+xml" });
    })
    .get(address, permit(access, "channel.readPublic", feedOf), async (c) => {
      const source = await sourceOf(c);
      const token = privateTokenIn(c.req.raw);
      if (token !== undefined) await feedAddresses.noteUse(hashToken(token));
      if (c.req.param("file").endsWith(".ics"))
        return answerDocument(c, { ...source, body: channelCalendar(source), mimeType: "text/calendar" });
      // Whoever may read a feed may read all of it: what has a narrower audience of its own is on the channel's page only.
      const published = (await episodes.listPublished(source.channel.id)).filter(isForAll(source.channel));
      const feed = documentOf({ ...source, episodes: published, hub: hub?.address, now: clock() });
      const { movedTo } = source.channel;
      // The feed says it too, for apps that follow no redirect. One that leads here would lead round and round.
      if (source.isPublic && movedTo !== null && !isSamePlace(movedTo, feedUrl(source.base, source.channel))) {
        c.header("Cache-Control", "public, max-age=300");
        return c.body(feed.body(), 301, { Location: movedTo, "Content-Type": "application/rss+xml; charset=utf-8" });
      }
      const changedAt = Math.max(source.changedAt, turnedAt(source.airings, clock()));
      return answerDocument(c, { ...source, ...feed, changedAt, mimeType: "application/rss+xml" });
    });
}
