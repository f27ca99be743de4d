import type { Episode, EpisodeChange } from "../../schemas/episodes.ts";
import { endOf } from "../../schemas/soundbite-span.ts";
import { Refusal } from "../errors.ts";

/** Extracts are of what is there to be heard. Throws `soundbite.outside`. */
export function requireWithin({ durationSeconds, enclosures }: Episode, { soundbites = [] }: EpisodeChange): void {
  const length = enclosures.length === 0 ? 0 : (durationSeconds ?? 0);
  if (soundbites.some((soundbite) => endOf(soundbite) > length)) throw new Refusal("soundbite.outside");
}
