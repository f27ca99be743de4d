import { Hono, type Context } from "hono";
import type { Channel } from "../../schemas/channels.ts";
import type { LiveState } from "../../schemas/live.ts";
import { masterPlaylist, type RenditionName } from "../../media/stream/hls-rendition.ts";
import { icyInterval } from "../../media/stream/icy-weaver.ts";
import type { Env, Target } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import type { Channels } from "../store/channels.ts";
import type { Airwaves, Heard } from "../studio/airwaves.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  channels: Pick<Channels, "requireBySlug">;
  airwaves: Airwaves;
};

const playlistType = "application/vnd.apple.mpegurl";
const nothingOn = "Rien à l’antenne pour le moment. / Nothing is on air right now.\n";
/** An encoder that has just been started gives its first sound within this. */
const patienceMs = 8_000;

const slugOf = (c: Context) => (c.req.param("file") ?? "").replace(/\.mp3$/, "");
const mountOf = (c: Context): Target => ({ channelSlug: slugOf(c) });
/** Header values are bytes; radios read them as UTF-8. */
const inHeader = (text: string) => Buffer.from(text.replace(/[\r\n]+/g, " "), "utf8").toString("latin1");

/** Live listening: the state of a channel's air, HLS and MP3. For everybody where the channel is public, else for its class, like episodes. */
export function liveRoutes({ access, channels, airwaves }: Parts) {
  const permitSlug = permit(access, "channel.readPublic", paramTarget("channelSlug", "slug"));

  const openTo = (c: Context, { visibility }: Channel) => {
    if (visibility === "public") c.header("Access-Control-Allow-Origin", "*");
    c.header("Cache-Control", "no-store");
  };
  const requireHeard = (channel: Channel): Heard => {
    const heard = airwaves.find(channel.id);
    if (heard === undefined || heard.state().state === "countdown") throw new Refusal("live.off");
    return heard;
  };

  return new Hono<Env>()
    .get("/api/channels/:slug/live", permitSlug, async (c) => {
      const channel = await channels.requireBySlug(c.req.param("slug"));
      openTo(c, channel);
      return c.json<LiveState>(airwaves.find(channel.id)?.state() ?? { state: "none" });
    })
    .get("/live/:slug/index.m3u8", permitSlug, async (c) => {
      const channel = await channels.requireBySlug(c.req.param("slug"));
      requireHeard(channel);
      openTo(c, channel);
      // A word of the player's own, so that players can be counted without being known.
      const word = crypto.randomUUID().slice(0, 13);
      return c.body(
        masterPlaylist((name) => `${name}.m3u8?player=${word}`),
        200,
        { "Content-Type": playlistType },
      );
    })
    .get("/live/:slug/:rendition{(?:audio|voice)\\.m3u8}", permitSlug, async (c) => {
      const channel = await channels.requireBySlug(c.req.param("slug"));
      const { broadcast } = requireHeard(channel);
      const name = c.req.param("rendition").replace(/\.m3u8$/, "") as RenditionName;
      broadcast.audience.see((c.req.query("player") ?? "").slice(0, 40));
      const rendition = await withinPatience(broadcast.rendition(name));
      openTo(c, channel);
      return c.body(rendition.playlist(`${broadcast.word}/${name}`), 200, { "Content-Type": playlistType });
    })
    .get("/live/:slug/:word/:rendition{(?:audio|voice)}/:piece", permitSlug, async (c) => {
      const channel = await channels.requireBySlug(c.req.param("slug"));
      const { broadcast } = requireHeard(channel);
      const isIts = broadcast.word === c.req.param("word");
      const bytes = isIts
        ? broadcast.findFile(c.req.param("rendition") as RenditionName, c.req.param("piece"))
        : undefined;
      if (bytes === undefined) throw new Refusal("live.off");
      openTo(c, channel);
      if (channel.visibility === "public") c.header("Cache-Control", "public, max-age=60, immutable");
      return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { "Content-Type": "audio/mp4" });
    })
    .get("/live/:file{[a-z0-9-]+\\.mp3}", permit(access, "channel.readPublic", mountOf), async (c) => {
      const channel = await channels.requireBySlug(slugOf(c));
      openTo(c, channel);
      const heard = airwaves.find(channel.id);
      const { state } = heard?.state() ?? { state: "none" };
      if (heard === undefined || (state !== "live" && state !== "ending")) return c.text(nothingOn, 404);
      const wantsWords = c.req.header("icy-metadata") === "1";
      c.header("Content-Type", "audio/mpeg");
      c.header("icy-name", inHeader(channel.title));
      c.header("icy-br", "128");
      if (wantsWords) c.header("icy-metaint", String(icyInterval));
      if (c.req.method === "HEAD") return c.body(null);
      return c.body(heard.broadcast.listenToMp3(wantsWords ? () => heard.titleNow() : undefined));
    });
}

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
