import { For, Show } from "solid-js";
import type { EpisodeListenings } from "../../schemas/listenings.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { flockSize } from "./flock-size.ts";
import { tallyWords } from "./tally-words.ts";
import { Wire } from "./Wire.tsx";

/** The episodes in the order in which they came out, and not in one of success. */
export function EpisodeFlocks(props: {
  episodes: readonly EpisodeListenings[];
  /** Without the ways by which they were listened to. */
  isPlain?: boolean;
}) {
  const { t, formats } = useI18n();
  const scale = () =>
    flockSize(
      props.episodes.map(({ all }) => all),
      24,
    );
  return (
    <section class="panel" aria-labelledby="flocks-title">
      <div class="panel-head">
        <h2 id="flocks-title">{t("listeners.episodes")}</h2>
        <span class="small quiet push">{t("listeners.scale", { count: scale() })}</span>
      </div>
      <ol class="wires">
        <For each={props.episodes}>
          {(episode) => (
            <li>
              <h3>
                {episode.title}
                <Show when={episode.publishedAt}>
                  {(day) => <span class="small quiet">{formats().date(day().slice(0, 10))}</span>}
                </Show>
              </h3>
              <Wire isSmall scale={scale()} flocks={[{ tally: episode.all, bird: "hirondelle", colour: 1 }]} />
              <p class="small">
                {t("listeners.all", { number: tallyWords(t, episode.all) })}
                <Show when={!props.isPlain && episode.all !== 0 && episode.ways}>
                  {(ways) => (
                    <span class="quiet">
                      {" · "}
                      {t("listeners.ways", { page: tallyWords(t, ways().page), app: tallyWords(t, ways().app) })}
                    </span>
                  )}
                </Show>
              </p>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
