import { For, Show } from "solid-js";
import type { WeekListenings } from "../../schemas/listenings.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { flockSize } from "./flock-size.ts";
import { tallyWords } from "./tally-words.ts";
import { Wire } from "./Wire.tsx";

/** The weeks of a term as wires, the last on top: those who listened to episodes, and those who listened live. */
export function WeekWires(props: { weeks: readonly WeekListenings[] }) {
  const { t, formats } = useI18n();
  const scale = () =>
    flockSize(
      props.weeks.flatMap(({ episodes, live }) => [episodes, live]),
      24,
    );
  return (
    <section class="panel" aria-labelledby="weeks-title">
      <div class="panel-head">
        <h2 id="weeks-title">{t("listeners.weeks")}</h2>
        <span class="small quiet push">{t("listeners.scale", { count: scale() })}</span>
      </div>
      <ol class="wires">
        <For each={props.weeks}>
          {(week, index) => (
            <li>
              <h3>
                {t("listeners.week", { day: formats().date(week.week) })}
                <Show when={index() === 0}>
                  <span class="chip info">{t("listeners.thisWeek")}</span>
                </Show>
              </h3>
              <Wire
                scale={scale()}
                flocks={[
                  { tally: week.episodes, bird: "hirondelle", colour: 1 },
                  { tally: week.live, bird: "merle", colour: 4 },
                ]}
              />
              <p class="small wire-words">
                <span>
                  <i class="wire-key v1" />
                  {t("listeners.weekEpisodes", { number: tallyWords(t, week.episodes) })}
                </span>
                <span>
                  <i class="wire-key v4" />
                  {t("listeners.weekLive", { number: tallyWords(t, week.live) })}
                </span>
              </p>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
