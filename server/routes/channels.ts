import { Hono } from "hono";
import { isForAll, narrower } from "../../schemas/consent.ts";
import { ChannelChange, NewChannel, type Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelId } from "../../schemas/ids.ts";
import { auditName, type Actor, type Env } from "../access/actor.ts";
import type { FeedDoors } from "../access/feed-doors.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { refuseNarrow, requireImportedReach } from "../archive/voice-limits.ts";
import type { Audit } from "../store/audit.ts";
import type { Channels } from "../store/channels.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { HeardVoices } from "../store/heard-voices.ts";
import type { People } from "../store/people.ts";
import type { PodcastImports } from "../store/podcast-imports.ts";
import type { Shows } from "../store/shows.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  channels: Channels;
  classrooms: Classrooms;
  people: People;
  shows: Shows;
  audit: Audit;
  voices: Pick<HeardVoices, "tooNarrowFor">;
  feedDoors: Pick<FeedDoors, "prefixOfFamily">;
  podcastImports: Pick<PodcastImports, "publishedIn">;
  /** Another audience: what of it is on air follows. */
  onAudienceChanged(): void;
  /** Published episodes of a channel, newest first. */
  listPublished(channelId: ChannelId): Promise<Episode[]>;
};

/** Channels: what everybody may find, what a channel's page shows, and what its teachers change. */
export function channelRoutes(parts: Parts) {
  const { access, channels, classrooms, people, shows, audit, voices, podcastImports, feedDoors } = parts;
  const { onAudienceChanged, listPublished } = parts;
  /** What a channel airs now and next. */
  const airOf = async ({ id }: Channel) => {
    const [liveShow, nextShow] = await Promise.all([shows.findLive(id), shows.findNext(id)]);
    return { liveShow: liveShow ?? null, nextShow: nextShow ?? null };
  };
  const withAir = async <Listed extends { channel: Channel }>(listed: Listed) => {
    const latestEpisode = (await listPublished(listed.channel.id)).find(isForAll(listed.channel));
    return { ...listed, ...(await airOf(listed.channel)), latestEpisode: latestEpisode ?? null };
  };

  /** An episode with a narrower audience of its own is for the class, as a channel of that audience would be. */
  const heardBy = async (actor: Actor, channel: Channel) => {
    const published = await listPublished(channel.id);
    const ofClass = access.require(actor, "channel.readClass", { channelId: channel.id });
    return ofClass.then(
      () => published,
      () => published.filter(isForAll(channel)),
    );
  };

  /** Where apps subscribe: a public channel's feed, or the family's own; for others there is none. */
  const feedFor = async (actor: Actor, { slug, visibility }: Channel) => {
    if (visibility === "public") return { path: `/feeds/${slug}`, isPrivate: false };
    const prefix = actor.role === "family" ? await feedDoors.prefixOfFamily(actor.familyId) : undefined;
    return prefix === undefined ? null : { path: `${prefix}/feeds/${slug}`, isPrivate: true };
  };

  return new Hono<Env>()
    .get("/api/channels", permit(access, "channel.listPublic"), async (c) =>
      c.json(await Promise.all((await channels.listPublic()).map(withAir))),
    )
    .get("/api/channels/:slug", permit(access, "channel.readPublic", paramTarget("channelSlug", "slug")), async (c) => {
      const channel = await channels.requireBySlug(c.req.param("slug"));
      const classroom = await classrooms.require(channel.classroomId);
      const { name, city } = await people.requireSchool(classroom.schoolId);
      return c.json({
        channel,
        school: { name, city },
        classroomName: classroom.name,
        ...(await airOf(channel)),
        episodes: await heardBy(c.var.actor, channel),
        isSignedIn: c.var.actor.role !== "visitor" && c.var.actor.role !== "family",
        isFamily: c.var.actor.role === "family",
        feed: await feedFor(c.var.actor, channel),
      });
    })
    .post(
      "/api/classrooms/:id/channels",
      permit(access, "channel.create", paramTarget("classroomId")),
      jsonBody(NewChannel),
      async (c) => {
        const classroom = await classrooms.require(c.req.param("id"));
        const author = (await people.requireSchool(classroom.schoolId)).name;
        return c.json(await channels.create(classroom.id, author, c.req.valid("json")), 201);
      },
    )
    .patch(
      "/api/channels/:id",
      permit(access, "channel.change", paramTarget("channelId")),
      jsonBody(ChannelChange),
      async (c) => {
        const { id, visibility, movedTo } = await channels.require(c.req.param("id"));
        const wanted = c.req.valid("json").visibility ?? visibility;
        if (wanted !== visibility) {
          refuseNarrow(await voices.tooNarrowFor(id, wanted));
          for (const { reach, own } of await podcastImports.publishedIn(id))
            requireImportedReach(reach, narrower(wanted, own));
        }
        const channel = await channels.change(id, c.req.valid("json"));
        if (channel.movedTo !== movedTo)
          await audit.write({ actor: auditName(c.var.actor), act: "channel.moved", target: `channel:${id}` });
        if (channel.visibility !== visibility) {
          onAudienceChanged();
          const detail = `${visibility} → ${channel.visibility}`;
          await audit.write({
            actor: auditName(c.var.actor),
            act: "channel.visibility",
            target: `channel:${id}`,
            detail,
          });
        }
        return c.json(channel);
      },
    );
}
