import type { Enclosure, Episode } from "../../schemas/episodes.ts";
import { wantsLittle } from "./cheap-line.ts";
import { trackOf } from "./track-of.ts";

/** The sound of an episode that this browser keeps: the lightest that it plays. */
export function soundToKeep(episode: Episode): Enclosure | undefined {
  const audio = new Audio();
  const { sources } = trackOf(episode, "", wantsLittle());
  const wanted = sources.find(({ mimeType }) => audio.canPlayType(mimeType) !== "") ?? sources.at(-1);
  return episode.enclosures.find(({ url }) => url === wanted?.url);
}
