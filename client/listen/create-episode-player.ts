import { createEffect, untrack, type Accessor } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { createPlayer } from "../audio/create-player.ts";
import { wantsLittle } from "./cheap-line.ts";
import type { GivenText } from "./Notes.tsx";
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
  const { startSeconds, isTextWanted } = start.wish;
  const face = SoundFace({ episode: first, startSeconds });
  const player = createPlayer(face);
  const load = (wanted: Episode) => {
    const asked = wanted.id === first?.id && player.track() === undefined ? (startSeconds ?? undefined) : undefined;
    player.load(trackOf(wanted, channelTitle(), wantsLittle()), asked);
  };
  createEffect(() => {
    const wanted = episode();
    if (wanted !== undefined) untrack(() => load(wanted));
  });
  const givenFor = ({ id }: Episode): GivenText => {
    const isFirst = id === first?.id;
    return { text: isFirst ? start.text : null, isWanted: isFirst && isTextWanted };
  };
  return { face, player, load, givenFor };
}
