import { Hono } from "hono";
import type { Episode } from "../../schemas/episodes.ts";
import type { EpisodeId, ShowId } from "../../schemas/ids.ts";
import { NewShow, NewSlot, ShowChange, SlotChange, type Show } from "../../schemas/shows.ts";
import type { Actor, Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import type { Channels } from "../store/channels.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Shows } from "../store/shows.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { toldEpisode } from "./told-episode.ts";

type Parts = {
  access: Access;
  shows: Shows;
  channels: Channels;
  classrooms: Classrooms;
  requireEpisode(episodeId: EpisodeId): Promise<Episode>;
  /** Its studio, if open, shows the new words, or closes if there is no such show any more; without an id, so does every studio. */
  onShowChanged(showId?: ShowId): void;
};

/** Shows: planning them, and what a classroom's people can join. */
export function showRoutes({ access, shows, channels, classrooms, requireEpisode, onShowChanged }: Parts) {
  const show = paramTarget("showId");
  /** A show that went on air has a recording; it stays for as long as its episode does. */
  const requirePlanned = ({ state }: Show) => {
    if (state === "live") throw new Refusal("show.still_live");
    if (state === "ended") throw new Refusal("show.ended");
  };

  /** What is not published is for those who make it; who may not hear what is, is not told of it. */
  const findTold = (actor: Actor, episode: Episode): Promise<Episode | null> =>
    access.require(actor, "channel.readPublic", { episodeId: episode.id }).then(
      () => toldEpisode(access, actor, episode),
      () => null,
    );

  return new Hono<Env>()
    .get("/api/classrooms/:id/shows", permit(access, "show.read", paramTarget("classroomId")), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      return c.json(await shows.listOf(id));
    })
    .post(
      "/api/channels/:id/shows",
      permit(access, "show.manage", paramTarget("channelId")),
      jsonBody(NewShow),
      async (c) => {
        const { id } = await channels.require(c.req.param("id"));
        return c.json(await shows.create(id, c.req.valid("json")), 201);
      },
    )
    .post(
      "/api/channels/:id/slots",
      permit(access, "show.manage", paramTarget("channelId")),
      jsonBody(NewSlot),
      async (c) => {
        const { id } = await channels.require(c.req.param("id"));
        return c.json(await shows.createWeekly(id, c.req.valid("json")), 201);
      },
    )
    .get("/api/shows/:id", permit(access, "show.read", show), async (c) => {
      const found = await shows.require(c.req.param("id"));
      const channel = await channels.require(found.channelId);
      const kept = found.episodeId === null ? null : await requireEpisode(found.episodeId);
      const episode = kept && (await findTold(c.var.actor, kept));
      return c.json({ show: found, channel, episode });
    })
    .patch("/api/shows/:id", permit(access, "show.manage", show), jsonBody(ShowChange), async (c) => {
      const found = await shows.require(c.req.param("id"));
      if (found.state === "ended") throw new Refusal("show.ended");
      const changed = await shows.change(found.id, c.req.valid("json"));
      onShowChanged(found.id);
      return c.json(changed);
    })
    .delete("/api/shows/:id", permit(access, "show.manage", show), async (c) => {
      const found = await shows.require(c.req.param("id"));
      requirePlanned(found);
      await shows.remove(found.id);
      onShowChanged(found.id);
      return c.body(null, 204);
    })
    .patch("/api/shows/:id/following", permit(access, "show.manage", show), jsonBody(SlotChange), async (c) => {
      const found = await shows.require(c.req.param("id"));
      requirePlanned(found);
      const changed = await shows.changeFollowing(found, c.req.valid("json"));
      onShowChanged(found.id);
      return c.json(changed);
    })
    .delete("/api/shows/:id/following", permit(access, "show.manage", show), async (c) => {
      const found = await shows.require(c.req.param("id"));
      requirePlanned(found);
      await shows.removeFollowing(found);
      onShowChanged();
      return c.body(null, 204);
    });
}
