import { Hono } from "hono";
import type { LiveState } from "../../schemas/live.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Channels } from "../store/channels.ts";
import type { Airwaves } from "../studio/airwaves.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  channels: Pick<Channels, "requireBySlug">;
  airwaves: Airwaves;
};

/** What a channel sends now, for everybody where the channel is public, else for its class, like episodes; its sound is in live-sound.ts. */
export function liveRoutes({ access, channels, airwaves }: Parts) {
  const permitSlug = permit(access, "channel.readPublic", paramTarget("channelSlug", "slug"));
  return new Hono<Env>().get("/api/channels/:slug/live", permitSlug, async (c) => {
    const { id, visibility } = await channels.requireBySlug(c.req.param("slug"));
    if (visibility === "public") c.header("Access-Control-Allow-Origin", "*");
    c.header("Cache-Control", "no-store");
    return c.json<LiveState>(airwaves.find(id)?.state() ?? { state: "none" });
  });
}
