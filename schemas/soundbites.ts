import { z } from "zod";
import { Title } from "./people.ts";
import { soundbiteSeconds } from "./soundbite-span.ts";

/** An extract of an episode that makes one want to hear the rest; `startSeconds` is media time. */
export const Soundbite = z.strictObject({
  startSeconds: z.number().min(0),
  durationSeconds: z.number().min(soundbiteSeconds.shortest).max(soundbiteSeconds.longest),
  title: Title,
});
/** See {@link Soundbite}. */
export type Soundbite = z.infer<typeof Soundbite>;

/** Most extracts of an episode: more would be the episode. */
export const mostSoundbites = 8;
/** See {@link mostSoundbites}. */
export const Soundbites = z.array(Soundbite).max(mostSoundbites);
