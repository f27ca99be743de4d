import { Hono, type Context } from "hono";
import type { Channel } from "../../schemas/channels.ts";
import type { ChannelId } from "../../schemas/ids.ts";
import { masterPlaylist, type RenditionName } from "../../media/stream/hls-rendition.ts";
import { icyInterval } from "../../media/stream/icy-weaver.ts";
import type { Env, Target } from "../access/actor.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { isForEverybody } from "../access/private-address.ts";
import { Refusal } from "../errors.ts";
import type { Channels } from "../store/channels.ts";
import type { ListenerCount } from "../listeners/open-listener-count.ts";
import { isOut, type Airwaves, type Heard } from "../studio/airwaves.ts";
import type { Broadcast } from "../studio/broadcast.ts";
import type { Mounts } from "../studio/mounts.ts";
import { listenerOf } from "./listener-of.ts";
import { paramTarget } from "./param-target.ts";
import { resourcePolicy } from "./security-headers.ts";

type Parts = {
  access: Access;
  channels: Pick<Channels, "requireBySlug">;
  airwaves: Airwaves;
  mounts: Mounts;
  listenerCount: Pick<ListenerCount, "hearLive" | "enterStream">;
  clientAddress: ClientAddress;
};

const playlistType = "application/vnd.apple.mpegurl";
const nothingOn = "Rien à l’antenne pour le moment. / Nothing is on air right now.\n";
/** An encoder that has just been started gives its first sound within this. */
const patienceMs = 8_000;

const mount = /^([a-z0-9-]+)\.mp3$/;
const slugOf = (c: Context) => mount.exec(c.req.param("file") ?? "")?.[1] ?? "";
const mountOf = (c: Context): Target => ({ channelSlug: slugOf(c) });
/** Header values are bytes; radios read them as UTF-8. */
const inHeader = (text: string) => Buffer.from(text.replace(/[\r\n]+/g, " "), "utf8").toString("latin1");

/**
 * The sound of live shows, as HLS and MP3, and of what a channel's MP3 has between them. Each of these answers is asked for thousands of times a minute, so they stand before what pages
 * need, and their headers are plain objects, which reach the socket without a detour. Their addresses are told apart here rather than by
 * patterns: beside a bare parameter, a pattern at the same place costs the whole app its fast router.
 */
export function liveSoundRoutes({ access, channels, airwaves, mounts, listenerCount, clientAddress }: Parts) {
  const permitSlug = permit(access, "channel.readPublic", paramTarget("channelSlug", "slug"));

  const requireHeard = (channel: Channel): Heard => {
    const heard = airwaves.find(channel.id);
    if (heard === undefined || heard.phase() === "countdown") throw new Refusal("live.off");
    return heard;
  };

  const liveShowOn = (channelId: ChannelId) => {
    const heard = airwaves.find(channelId);
    return heard !== undefined && isOut(heard) ? heard.showId : undefined;
  };

  return new Hono<Env>()
    .get("/live/:slug/:playlist", permitSlug, async (c) => {
      const channel = await channels.requireBySlug(c.req.param("slug"));
      const heard = requireHeard(channel);
      const { broadcast } = heard;
      const name = c.req.param("playlist").replace(/\.m3u8$/, "");
      if (name !== "index" && !isRendition(name)) throw new Refusal("request.not_found");
      const who = name === "index" ? undefined : listenerOf(c, clientAddress);
      if (who && isOut(heard)) listenerCount.hearLive(who, heard.showId);
      if (name !== "index") broadcast.audience.see(clientAddress(c), (c.req.query("player") ?? "").slice(0, 40));
      const playlist = name === "index" ? masterPlaylistForOne() : await playlistOf(broadcast, name);
      return new Response(playlist, { headers: headersOf(isPublic(c, channel), playlistType) });
    })
    .get("/live/:slug/:word/:rendition/:piece", permitSlug, async (c) => {
      const channel = await channels.requireBySlug(c.req.param("slug"));
      const { broadcast } = requireHeard(channel);
      const { word, rendition, piece } = c.req.param();
      const isIts = broadcast.word === word && isRendition(rendition);
      const bytes = isIts ? broadcast.findFile(rendition, piece) : undefined;
      if (bytes === undefined) throw new Refusal("live.off");
      const isForAll = isPublic(c, channel);
      const keeps = isForAll ? "public, max-age=60, immutable" : "no-store";
      return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: headersOf(isForAll, "audio/mp4", keeps) });
    })
    .get("/live/:file", permit(access, "channel.readPublic", mountOf), async (c) => {
      const channel = await channels.requireBySlug(slugOf(c));
      const isForAll = isPublic(c, channel);
      if (!(await mounts.isOn(channel.id)))
        return new Response(nothingOn, { status: 404, headers: headersOf(isForAll, "text/plain; charset=UTF-8") });
      const wantsTitles = c.req.header("icy-metadata") === "1";
      const headers = {
        ...headersOf(isForAll, "audio/mpeg"),
        "icy-name": inHeader(channel.title),
        "icy-br": "128",
        ...(wantsTitles && { "icy-metaint": String(icyInterval) }),
      };
      if (c.req.method === "HEAD") return new Response(null, { headers });
      const [askAgain, target] = [c.var.askAgain, mountOf(c)];
      const mayStay = () =>
        askAgain()
          .then((actor) => access.require(actor, "channel.readPublic", target))
          .then(
            () => true,
            (error: unknown) => !(error instanceof Refusal),
          );
      const who = listenerOf(c, clientAddress);
      const onLeft = who && listenerCount.enterStream(who, () => liveShowOn(channel.id));
      return new Response(mounts.listen(channel.id, { wantsTitles, mayStay, onLeft }), { headers });
    });
}

const isRendition = (name: string): name is RenditionName => name === "audio" || name === "voice";

/** With a word of the player's own, so that players can be counted without being known. */
function masterPlaylistForOne(): string {
  const word = crypto.randomUUID().slice(0, 13);
  return masterPlaylist((name) => `${name}.m3u8?player=${word}`);
}

async function playlistOf(broadcast: Broadcast, name: RenditionName): Promise<string> {
  const rendition = broadcast.rendition(name);
  if (!rendition.isReady) await withinPatience(rendition.ready);
  return rendition.playlist(`${broadcast.word}/${name}`);
}

const isPublic = (c: Context, { visibility }: Channel) => isForEverybody(c.req.raw, visibility);

const headersOf = (isForAll: boolean, type: string, keeps = "no-store"): Record<string, string> => ({
  "Content-Type": type,
  "Cache-Control": keeps,
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": resourcePolicy(isForAll),
  ...(isForAll ? { "Access-Control-Allow-Origin": "*" } : { "X-Robots-Tag": "noindex" }),
});

async function withinPatience<Result>(waiting: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Refusal("media.unavailable"));
  }, patienceMs);
  try {
    return await Promise.race([waiting, promise]);
  } finally {
    clearTimeout(timer);
  }
}
