import { createHash } from "node:crypto";
import { Hono, type Context } from "hono";
import type { Env, Target } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { channelFeed } from "../archive/channel-feed.ts";
import type { Channels } from "../store/channels.ts";
import type { Episodes } from "../store/episodes.ts";
import { isFresh } from "./is-fresh.ts";

type Parts = {
  access: Access;
  channels: Channels;
  episodes: Pick<Episodes, "listPublished">;
  /** The station's own address, when it knows it better than a request's `Host`. */
  publicUrl: string | undefined;
};

const slugOf = (c: Context) => (c.req.param("file") ?? "").replace(/\.xml$/, "");
const feedOf = (c: Context): Target => ({ channelSlug: slugOf(c) });

/** The channels' podcast feeds, at `/feeds/<slug>.xml`: for everybody when the channel is public, else for its class. */
export function feedRoutes({ access, channels, episodes, publicUrl }: Parts) {
  return new Hono<Env>().get(
    "/feeds/:file{[a-z0-9-]+\\.xml}",
    permit(access, "channel.readPublic", feedOf),
    async (c) => {
      const channel = await channels.requireBySlug(slugOf(c));
      const changedAt = await channels.changedAt(channel.id);
      const origin = (publicUrl ?? new URL(c.req.url).origin).replace(/\/+$/, "");
      const xml = channelFeed({ channel, changedAt, origin, episodes: await episodes.listPublished(channel.id) });
      const isPublic = channel.visibility === "public";
      c.header("ETag", `"${createHash("sha256").update(xml).digest("base64url").slice(0, 24)}"`);
      c.header("Last-Modified", new Date(changedAt).toUTCString());
      c.header("Cache-Control", isPublic ? "public, max-age=300" : "private, no-cache");
      if (isPublic) c.header("Access-Control-Allow-Origin", "*");
      if (isFresh(c)) return c.body(null, 304);
      return c.body(xml, 200, { "Content-Type": "application/rss+xml; charset=utf-8" });
    },
  );
}
