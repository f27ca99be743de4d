import type { Episode } from "../../schemas/episodes.ts";
import type { Actor } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";

/** An episode as somebody who may hear it is told of it: the work that renders it, and what went with that, is for those who make it. */
export const toldEpisode = (access: Pick<Access, "require">, actor: Actor, episode: Episode): Promise<Episode> =>
  access.require(actor, "job.manage", { episodeId: episode.id }).then(
    () => episode,
    () => ({ ...episode, renderJobId: null, lostSoundbites: [] }),
  );
