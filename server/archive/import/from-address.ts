import { isAddress } from "./import-directory.ts";
import type { PodcastPlan } from "./plan-feed.ts";

/** A plan of a feed that was fetched: what it names by half an address is beside it, and nothing is in any folder. */
export function fromAddress(plan: PodcastPlan, url: string): PodcastPlan {
  const whole = (source: string | null): string | null => {
    const found = source === null ? undefined : URL.parse(source, url)?.href;
    return found !== undefined && isAddress(found) ? found : null;
  };
  return {
    ...plan,
    coverSource: whole(plan.coverSource),
    episodes: plan.episodes.flatMap((episode) => {
      const soundSource = whole(episode.soundSource);
      if (soundSource === null) return [];
      const { chaptersSource, coverSource, ...words } = episode.words;
      const beside = { chaptersSource: whole(chaptersSource), coverSource: whole(coverSource) };
      return [{ ...episode, soundSource, words: { ...words, ...beside } }];
    }),
  };
}
