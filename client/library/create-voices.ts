import { createResource, type Accessor } from "solid-js";
import type { EpisodeVoices, HeardVoice } from "../../schemas/consent.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { api } from "../api/api.ts";
import type { Say } from "../i18n/words.ts";

/** Who was heard in an episode's show, asked again whenever the episode has become another one; undefined until it is known. */
export function createVoices(episode: Accessor<Episode>): Accessor<EpisodeVoices | undefined> {
  const [found] = createResource(
    () => [episode().id, episode().state, episode().renderJobId, episode().peaksUrl].join(),
    () => api.episodes.readVoices(episode().id),
  );
  return () => (found.error === undefined ? found.latest : undefined);
}

/** Who it is, for the teacher: a first name, a family's message, or somebody who has left the class. */
export const voiceName = (t: Say, { name, isFamily }: Pick<HeardVoice, "name" | "isFamily">): string =>
  isFamily ? t("voices.ofFamily") : (name ?? t("consent.left"));
