import { Hono } from "hono";
import { isForAll } from "../../schemas/consent.ts";
import type { OEmbed } from "../../schemas/listening.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { isForEverybody } from "../access/private-address.ts";
import type { Covers } from "../archive/covers.ts";
import { Refusal } from "../errors.ts";
import type { Channels } from "../store/channels.ts";
import type { Episodes } from "../store/episodes.ts";
import { htmlText } from "./listening-document.ts";
import { paramTarget } from "./param-target.ts";
import { serveFile } from "./serve-file.ts";
import { stationOrigin } from "./station-origin.ts";

type Parts = {
  access: Access;
  channels: Pick<Channels, "requireBySlug">;
  episodes: Pick<Episodes, "find" | "listPublished">;
  covers: Covers;
  /** The station's own address, when it knows it better than a request's `Host`. */
  publicUrl: string | undefined;
};

const size = { width: 480, height: 360 };
/** The frame may run the player and open the radio's page; it reaches nothing of the site around it. */
const sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

const frameOf = (address: string, title: string) =>
  `<iframe src="${htmlText(address)}" title="${htmlText(title)}" width="${size.width}" height="${size.height}" sandbox="${sandbox}" allow="autoplay" loading="lazy"></iframe>`;

/** What other sites make of a link to a channel: the player in a frame (oEmbed), and a picture. */
export function embeddingRoutes({ access, channels, episodes, covers, publicUrl }: Parts) {
  const permitSlug = permit(access, "channel.readPublic", paramTarget("channelSlug", "slug"));
  const idIn = (url: string | undefined) => /\/(?:chaines|embed)\/[^/?#]+\/([\w-]{36})/.exec(url ?? "")?.[1];

  return new Hono<Env>()
    .get("/api/channels/:slug/oembed", permitSlug, async (c) => {
      const channel = await channels.requireBySlug(c.req.param("slug"));
      const id = idIn(c.req.query("url"));
      const asked = id === undefined ? undefined : await episodes.find(id);
      const isHere = asked?.channelId === channel.id && asked.state === "published" && isForAll(channel)(asked);
      const episode = isHere ? asked : undefined;
      const origin = stationOrigin(c, publicUrl);
      const address = `${origin}/embed/${channel.slug}${episode === undefined ? "" : `/${episode.id}`}`;
      const title = episode?.title ?? channel.title;
      if (channel.visibility === "public") c.header("Access-Control-Allow-Origin", "*");
      return c.json<OEmbed>({
        ...{ version: "1.0", type: "rich", provider_name: channel.title, provider_url: origin, title },
        ...{ author_name: channel.author, html: frameOf(address, title), ...size },
        thumbnail_url: `${origin}/media/previews/${channel.slug}/${channel.coverVersion}-${episode?.number ?? 0}.jpg`,
        ...{ thumbnail_width: 1_200, thumbnail_height: 630 },
      });
    })
    .get("/media/previews/:slug/:file{[0-9-]+\\.jpg}", permitSlug, async (c) => {
      const channel = await channels.requireBySlug(c.req.param("slug"));
      const number = Number(/-(\d+)/.exec(c.req.param("file"))?.[1] ?? 0);
      // A picture is kept once it is made: only of episodes that are there.
      const known = (await episodes.listPublished(channel.id)).map((episode) => episode.number);
      if (number !== 0 && !known.includes(number)) throw new Refusal("episode.not_found");
      return serveFile(c, {
        path: await covers.previewPathOf(channel, number === 0 ? undefined : number),
        mimeType: "image/jpeg",
        tag: `${channel.id}-preview-${channel.coverVersion}-${channel.colour}-${number}`,
        isPublic: isForEverybody(c.req.raw, channel.visibility),
        maxAgeSeconds: 86_400,
        missing: "channel.not_found",
      });
    });
}
