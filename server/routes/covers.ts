import { readFile } from "node:fs/promises";
import { Hono, type Context } from "hono";
import type { Channel } from "../../schemas/channels.ts";
import { narrower } from "../../schemas/consent.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import { isForEverybody, privatePrefix } from "../access/private-address.ts";
import type { Covers } from "../archive/covers.ts";
import type { Audit } from "../store/audit.ts";
import type { Channels } from "../store/channels.ts";
import type { Episodes } from "../store/episodes.ts";
import { paramTarget } from "./param-target.ts";
import { readUpload } from "./read-upload.ts";
import { serveFile } from "./serve-file.ts";

/** Largest image accepted, in bytes: a photograph as a telephone makes it. */
const largestImageBytes = 20_000_000;

type Parts = {
  access: Access;
  channels: Channels;
  episodes: Pick<Episodes, "require">;
  covers: Covers;
  throttles: Pick<Throttles, "upload">;
  audit: Audit;
  uploadDirectory: string;
};

/** Covers of channels and episodes: JPEGs under an address that changes with them, and the upload of a channel's own. */
export function coverRoutes({ access, channels, episodes, covers, throttles, audit, uploadDirectory }: Parts) {
  /** An address of yesterday leads to the cover of today. */
  async function serveCover(c: Context, current: string, isPublic: boolean, path: () => Promise<string>) {
    if (c.req.path !== current) {
      c.header("Cache-Control", "no-cache");
      return c.redirect(privatePrefix(c.req.raw) + current);
    }
    return serveFile(c, {
      path: await path(),
      mimeType: "image/jpeg",
      tag: current.split("/").slice(-2).join("-"),
      isPublic,
      missing: "channel.not_found",
    });
  }

  async function note(c: Context<Env>, act: string, { id }: Channel) {
    await audit.write({ actor: auditName(c.var.actor), act, target: `channel:${id}` });
  }

  const ofChannel = paramTarget("channelId");
  return new Hono<Env>()
    .get(
      "/media/covers/channels/:id/:file{[0-9]+(?:-page)?\\.jpg}",
      permit(access, "channel.readPublic", ofChannel),
      async (c) => {
        const channel = await channels.require(c.req.param("id"));
        const isForPage = c.req.param("file").endsWith("-page.jpg");
        const current = `/media/covers/channels/${channel.id}/${channel.coverVersion}${isForPage ? "-page" : ""}.jpg`;
        const isPublic = isForEverybody(c.req.raw, channel.visibility);
        return serveCover(c, current, isPublic, () =>
          isForPage ? covers.pagePathOf(channel) : covers.pathOf(channel),
        );
      },
    )
    .get(
      "/media/covers/episodes/:id/:file{[0-9-]+\\.jpg}",
      permit(access, "channel.readPublic", paramTarget("episodeId")),
      async (c) => {
        const episode = await episodes.require(c.req.param("id"));
        const channel = await channels.require(episode.channelId);
        const reach = narrower(channel.visibility, episode.visibility);
        const isPublic = episode.state === "published" && isForEverybody(c.req.raw, reach);
        return serveCover(c, episode.coverUrl, isPublic, () => covers.episodePath(channel, episode));
      },
    )
    .put("/api/channels/:id/cover", permit(access, "channel.change", ofChannel), async (c) => {
      const { id } = await channels.require(c.req.param("id"));
      await throttles.upload.spend(staffOf(c.var.actor).accountId);
      await using upload = await readUpload(c, { directory: uploadDirectory, maxBytes: largestImageBytes });
      const prepared = await covers.prepare(id, await readFile(upload.path));
      const channel = await prepared.keep(() => channels.changeCover(id, true));
      await note(c, "channel.cover", channel);
      return c.json(channel);
    })
    .delete("/api/channels/:id/cover", permit(access, "channel.change", ofChannel), async (c) => {
      const { id } = await channels.require(c.req.param("id"));
      const channel = await channels.changeCover(id, false);
      await note(c, "channel.coverRemoved", channel);
      return c.json(channel);
    });
}
