import { Hono } from "hono";
import { isForAll, narrower } from "../../schemas/consent.ts";
import { ChannelChange, NewChannel } from "../../schemas/channels.ts";
import { auditName, type Env } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { refuseNarrow, requireImportedReach } from "../archive/voice-limits.ts";
import type { Audit } from "../store/audit.ts";
import type { Channels } from "../store/channels.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { HeardVoices } from "../store/heard-voices.ts";
import type { People } from "../store/people.ts";
import type { PodcastImports } from "../store/podcast-imports.ts";
import { airOf, makeChannelPage, type ChannelPageParts } from "./channel-page.ts";
import { tagOf } from "./answer-document.ts";
import { isFresh } from "./is-fresh.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = ChannelPageParts & {
  channels: Channels;
  classrooms: Classrooms;
  people: People;
  audit: Audit;
  voices: Pick<HeardVoices, "tooNarrowFor">;
  podcastImports: Pick<PodcastImports, "publishedIn">;
  /** Another audience: what of it is on air follows. */
  onAudienceChanged(): void;
};

/** Channels: what everybody may find, what a channel's page shows, and what its teachers change. */
export function channelRoutes(parts: Parts) {
  const { access, channels, classrooms, people, audit, voices, podcastImports } = parts;
  const { onAudienceChanged, listPublished } = parts;
  const pageFor = makeChannelPage(parts);
  const withAir = async ({
    school: { name, city },
    ...listed
  }: Awaited<ReturnType<Channels["listPublic"]>>[number]) => {
    const latestEpisode = (await listPublished(listed.channel.id)).find(isForAll(listed.channel));
    return {
      ...listed,
      school: { name, city },
      ...(await airOf(parts, listed.channel)),
      latestEpisode: latestEpisode ?? null,
    };
  };

  return new Hono<Env>()
    .get("/api/channels", permit(access, "channel.listPublic"), async (c) =>
      c.json(await Promise.all((await channels.listPublic()).map(withAir))),
    )
    .get("/api/channels/:slug", permit(access, "channel.readPublic", paramTarget("channelSlug", "slug")), async (c) => {
      const page = await pageFor(c.var.actor, c.req.param("slug"));
      // What is in it depends on who asks, so that no cache keeps it; an open page asks every minute, and has it already.
      c.header("Cache-Control", "private, no-store");
      c.header("ETag", `"${tagOf(JSON.stringify(page))}"`);
      // Without a body there is nothing that the client could read wrongly.
      return isFresh(c) ? (c.body(null, 304) as never) : c.json(page);
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
