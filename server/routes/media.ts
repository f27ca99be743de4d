import { join } from "node:path";
import { Hono, type Context } from "hono";
import { narrower } from "../../schemas/consent.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { EpisodeId } from "../../schemas/ids.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import type { ClientAddress } from "../access/client-address.ts";
import { permit } from "../access/permit.ts";
import { isForEverybody } from "../access/private-address.ts";
import { renderingDirectory } from "../archive/rendering-directory.ts";
import type { ListenerCount } from "../listeners/open-listener-count.ts";
import { soundIn } from "../listeners/sound-in.ts";
import type { Channels } from "../store/channels.ts";
import type { Episodes } from "../store/episodes.ts";
import { isForPage, listenerOf } from "./listener-of.ts";
import { paramTarget } from "./param-target.ts";
import { serveFile } from "./serve-file.ts";

type Parts = {
  access: Access;
  channels: Pick<Channels, "require">;
  episodes: Pick<Episodes, "require">;
  mediaDirectory: string;
  listenerCount: Pick<ListenerCount, "hearEpisode">;
  clientAddress: ClientAddress;
};

// All that a rendering holds; any other name is not there, whatever it tries to reach.
const mimeTypes = {
  "episode.mp3": "audio/mpeg",
  "episode.opus": "audio/ogg; codecs=opus",
  "episode.webm": "audio/webm; codecs=opus",
  "peaks.json": "application/json",
  "chapters.json": "application/json+chapters",
} as const;
// In a group of its own: beside a bare alternative a router's anchors hold for the first and last only.
const names = `(?:${Object.keys(mimeTypes).join("|").replaceAll(".", "\\.")})`;

/** A voice that was withdrawn is gone from caches on the way within minutes: they ask again, and a 304 costs nothing. */
const recheckSeconds = 300;

/** The sound of episodes: for everybody once published on a public channel, for its class otherwise, for its teachers before. */
export function mediaRoutes({ access, channels, episodes, mediaDirectory, listenerCount, clientAddress }: Parts) {
  /** What is counted of a file's bytes once they are sent; nothing unless it is a published episode's sound and somebody listens. */
  const countSent = (c: Context, episode: Episode, name: string) => {
    const sound = episode.state === "published" ? soundIn(episode, name) : undefined;
    const who = sound && listenerOf(c, clientAddress);
    if (sound === undefined || who === undefined) return undefined;
    const way = isForPage(c) ? ("page" as const) : ("app" as const);
    const { id: episodeId } = episode;
    return (from: number, to: number) => {
      const span = sound.spanOf(from, to);
      if (span) listenerCount.hearEpisode(who, { episodeId, way, span, durationSeconds: sound.durationSeconds });
    };
  };

  return new Hono<Env>().get(
    `/media/episodes/:episodeId/:version{[1-9][0-9]*}/:name{${names}}`,
    permit(access, "channel.readPublic", paramTarget("episodeId", "episodeId")),
    async (c) => {
      const episode = await episodes.require(EpisodeId.parse(c.req.param("episodeId")));
      const { visibility } = await channels.require(episode.channelId);
      const version = Number(c.req.param("version"));
      const name = c.req.param("name") as keyof typeof mimeTypes;
      return serveFile(c, {
        path: join(renderingDirectory(mediaDirectory, episode.id, version), name),
        mimeType: mimeTypes[name],
        tag: `${episode.id}-${version}-${name}`,
        isPublic: episode.state === "published" && isForEverybody(c.req.raw, narrower(visibility, episode.visibility)),
        maxAgeSeconds: recheckSeconds,
        missing: "episode.not_found",
        onSent: countSent(c, episode, name),
      });
    },
  );
}
