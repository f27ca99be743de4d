import { Hono } from "hono";
import { formatChapters } from "../../media/render/episode-tags.ts";
import { isInFiles, LeftOutChoice, narrower, narrowest, type EpisodeVoices } from "../../schemas/consent.ts";
import { EpisodeChange } from "../../schemas/episodes.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { CartPlays } from "../store/cart-plays.ts";
import type { Channels } from "../store/channels.ts";
import type { Episodes } from "../store/episodes.ts";
import type { HeardVoices } from "../store/heard-voices.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { toldEpisode } from "./told-episode.ts";

type Parts = {
  access: Access;
  archive: Pick<Archive, "publish" | "unpublish" | "change" | "leaveOut" | "remove">;
  channels: Pick<Channels, "require">;
  episodes: Episodes;
  cartPlays: Pick<CartPlays, "ofEpisode">;
  voices: Pick<HeardVoices, "inEpisode" | "companiesIn" | "inCartsOf">;
};

/** Episodes: reading them, typing their credits, publishing and erasing them. */
export function episodeRoutes({ access, archive, channels, episodes, cartPlays, voices }: Parts) {
  const episode = paramTarget("episodeId");
  return new Hono<Env>()
    .get("/api/channels/:id/all-episodes", permit(access, "episode.manage", paramTarget("channelId")), async (c) => {
      const { id } = await channels.require(c.req.param("id"));
      return c.json(await episodes.listAll(id));
    })
    .get("/api/episodes/:id", permit(access, "channel.readPublic", episode), async (c) =>
      c.json(await toldEpisode(access, c.var.actor, await episodes.require(c.req.param("id")))),
    )
    .get("/api/episodes/:id/sounds", permit(access, "episode.manage", episode), async (c) => {
      const { id } = await episodes.require(c.req.param("id"));
      return c.json(await cartPlays.ofEpisode(id));
    })
    .get("/api/episodes/:id/voices", permit(access, "episode.manage", episode), async (c) => {
      const { id, channelId, visibility: own } = await episodes.require(c.req.param("id"));
      const [heard, { visibility }] = await Promise.all([voices.inEpisode(id), channels.require(channelId)]);
      const reach = narrowest(heard.filter(isInFiles).map(({ scope }) => scope));
      const isComingBack = (await episodes.publishedBefore(id)) !== null;
      const audience = narrower(visibility, own);
      const companies = await voices.companiesIn(id);
      const inCarts = await voices.inCartsOf(id);
      return c.json<EpisodeVoices>({ voices: heard, isComingBack, audience, reach, companies, inCarts });
    })
    .put(
      "/api/episodes/:id/left-out-voices",
      permit(access, "episode.manage", episode),
      jsonBody(LeftOutChoice),
      async (c) => {
        const { id } = await episodes.require(c.req.param("id"));
        await archive.leaveOut(id, c.req.valid("json").pupilIds, c.var.actor);
        return c.json(await episodes.require(id));
      },
    )
    .get("/api/episodes/:id/chapters.json", permit(access, "channel.readPublic", episode), async (c) => {
      const found = await episodes.require(c.req.param("id"));
      c.header("Cache-Control", "no-cache");
      return c.body(formatChapters(found), 200, { "Content-Type": "application/json+chapters" });
    })
    .patch("/api/episodes/:id", permit(access, "episode.manage", episode), jsonBody(EpisodeChange), async (c) => {
      const { id } = await episodes.require(c.req.param("id"));
      await archive.change(id, c.req.valid("json"), c.var.actor);
      return c.json(await episodes.require(id));
    })
    .delete("/api/episodes/:id", permit(access, "episode.manage", episode), async (c) => {
      const { id } = await episodes.require(c.req.param("id"));
      await archive.remove(id, c.var.actor);
      return c.body(null, 204);
    })
    .put("/api/episodes/:id/publication", permit(access, "episode.manage", episode), async (c) => {
      const { id } = await episodes.require(c.req.param("id"));
      await archive.publish(id, c.var.actor);
      return c.json(await episodes.require(id));
    })
    .delete("/api/episodes/:id/publication", permit(access, "episode.manage", episode), async (c) => {
      const { id } = await episodes.require(c.req.param("id"));
      await archive.unpublish(id, c.var.actor);
      return c.json(await episodes.require(id));
    });
}
