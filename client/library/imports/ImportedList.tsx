import { For, Show } from "solid-js";
import type { ImportedEpisode, ImportedState } from "../../../schemas/podcast-imports.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { refusalWords } from "../../i18n/refusal-words.ts";
import { Chip } from "../../ui/Chip.tsx";

/** More would make a page of two thousand lines. */
const mostShown = 200;

const looks = {
  waiting: ["waiting", "clock", "podcasts.stateWaiting"],
  done: ["ready", "tick", "podcasts.stateDone"],
  known: ["info", "info", "podcasts.stateKnown"],
  failed: ["danger", "octagon", "podcasts.stateFailed"],
} as const satisfies Record<ImportedState, readonly [string, string, string]>;

/** The episodes of an import, the newest first, each with where it stands. */
export function ImportedList(props: { episodes: readonly ImportedEpisode[]; isPlan?: boolean }) {
  const { t, count } = useI18n();
  const shown = () => props.episodes.toReversed().slice(0, mostShown);
  return (
    <div class="imported" tabindex="0" role="region" aria-label={t("podcasts.episodes")}>
      <ul>
        <For each={shown()}>{(episode) => <Line episode={episode} isPlan={props.isPlan ?? false} />}</For>
      </ul>
      <Show when={props.episodes.length > mostShown}>
        <p class="small quiet">{count("podcasts.more", props.episodes.length - mostShown)}</p>
      </Show>
    </div>
  );
}

function Line(props: { episode: ImportedEpisode; isPlan: boolean }) {
  const { t, formats } = useI18n();
  const look = () => looks[props.episode.state];
  const details = () =>
    [
      props.episode.publishedAt && formats().date(props.episode.publishedAt.slice(0, 10)),
      props.episode.byteLength && formats().room(props.episode.byteLength),
      props.episode.error && refusalWords(t, { code: props.episode.error }).title,
    ].filter(Boolean);
  return (
    <li>
      <span>
        <b>{props.episode.title}</b>
        <span class="small quiet">{details().join(" · ")}</span>
      </span>
      <Show when={!props.isPlan || props.episode.state !== "waiting"}>
        <Chip look={look()[0]} icon={look()[1]}>
          {t(look()[2])}
        </Chip>
      </Show>
    </li>
  );
}
