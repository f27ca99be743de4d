import { createEffect, untrack, type Accessor } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { createPlayer } from "../audio/create-player.ts";
import { wantsLittle } from "./cheap-line.ts";
import type { GivenText } from "./Notes.tsx";
import { createExtract } from "./create-extract.ts";
import { SoundFace } from "./SoundFace.tsx";
import type { Opening } from "./start-from-address.ts";
import { trackOf } from "./track-of.ts";

type Shown = {
  episode: Accessor<Episode | undefined>;
  channelTitle: Accessor<string>;
  start: Opening;
};

/** The player of a listener's page with the episode that it shows. What the address asks for holds for the episode that the page was opened with. */
export function createEpisodePlayer({ episode, channelTitle, start }: Shown) {
  const first = untrack(episode);
  const { startSeconds, endSeconds, isTextWanted } = start.wish;
  const face = SoundFace({ episode: first, wish: start.wish });
  const player = createPlayer(face);
  const asked = startSeconds !== null && endSeconds !== null ? { startSeconds, endSeconds } : undefined;
  const extract = createExtract(player, asked);
  const load = (wanted: Episode) => {
    const place = wanted.id === first?.id && player.track() === undefined ? (startSeconds ?? undefined) : undefined;
    player.load(trackOf(wanted, channelTitle(), wantsLittle()), place);
  };
  createEffect(() => {
    const wanted = episode();
    if (wanted !== undefined) untrack(() => load(wanted));
  });
  const givenFor = ({ id }: Episode): GivenText => {
    const isFirst = id === first?.id;
    return { text: isFirst ? start.text : null, isWanted: isFirst && isTextWanted };
  };
  return { face, player, extract, load, givenFor };
}
