import type { Episode } from "../../schemas/episodes.ts";
import { useI18n } from "../i18n/I18n.tsx";

/** Says an episode's number, day and length in one line, as lists and players do. */
export function createEpisodeLine(episode: () => Episode): () => string {
  const { t, formats } = useI18n();
  return () =>
    t("channel.episodeAt", {
      number: episode().number,
      day: formats().day(episode().publishedAt ?? episode().recordedAt),
      length: formats().length(episode().durationSeconds ?? 0),
    });
}
