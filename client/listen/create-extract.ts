import { createEffect, createSignal, on, untrack } from "solid-js";
import { endOf } from "../../schemas/soundbite-span.ts";
import type { Soundbite } from "../../schemas/soundbites.ts";
import type { Player } from "../audio/create-player.ts";

type Passage = { startSeconds: number; endSeconds: number };

/** How far behind its beginning, or past its end, a place still belongs to a passage: browsers tell the place four times a second. */
const slackSeconds = 1;

/** Plays a passage of the episode in `player` and stops at its end; whoever goes elsewhere meanwhile hears on. `asked` is what the page was opened with. */
export function createExtract(player: Player, asked: Passage | undefined) {
  const [passage, setPassage] = createSignal(asked);
  const isOf = (soundbite: Soundbite) =>
    passage()?.startSeconds === soundbite.startSeconds &&
    passage()?.endSeconds === endOf(soundbite) &&
    player.isPlaying();
  createEffect(
    on(player.position, (place) => {
      const heard = untrack(passage);
      if (heard === undefined || !untrack(player.isPlaying)) return;
      const isElsewhere = place < heard.startSeconds - slackSeconds || place > heard.endSeconds + slackSeconds;
      if (!isElsewhere && place < heard.endSeconds) return;
      setPassage(undefined);
      if (!isElsewhere) player.pause();
    }),
  );
  // What the page was opened with is of the first one.
  createEffect(on(player.track, (_track, before) => before !== undefined && setPassage(undefined)));
  const play = (soundbite: Soundbite) => {
    setPassage({ startSeconds: soundbite.startSeconds, endSeconds: endOf(soundbite) });
    player.seek(soundbite.startSeconds);
    if (!player.isPlaying()) void player.play();
  };
  return { isOf, play, stop: () => player.pause() };
}
