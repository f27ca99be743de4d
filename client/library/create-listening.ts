import { createEffect } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { createPlayer } from "../audio/create-player.ts";

/** A player that always holds the episode's latest rendering. */
export function createListening(episode: () => Episode, channelTitle: () => string) {
  const player = createPlayer();
  createEffect(() => {
    const { id, title, coverUrl, durationSeconds, enclosures } = episode();
    if (enclosures.length === 0) return;
    const sources = enclosures.map(({ url, mimeType }) => ({ url, mimeType }));
    player.load({
      id,
      title,
      artist: channelTitle(),
      artworkUrl: coverUrl,
      durationSeconds: durationSeconds ?? 0,
      sources,
    });
  });
  return player;
}
