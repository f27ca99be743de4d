import { createEffect, createResource, For, Match, on, Show, Switch } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import type { PupilLine } from "../../schemas/progress.ts";
import { A } from "@solidjs/router";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { ListenPanel } from "./listen/ListenPanel.tsx";
import { PupilCharts } from "./PupilCharts.tsx";
import { ShowsTable } from "./ShowsTable.tsx";

/** What of a pupil is looked at. */
export type Tab = "progress" | "listen" | "shows";

const tabs = ["progress", "listen", "shows"] as const;
const words = { progress: "progress.tabProgress", listen: "progress.tabListen", shows: "progress.tabShows" } as const;

/** Who was chosen comes into view: on a phone the card lies below the whole class, beside a long one far above. */
function comeIntoView(card: HTMLElement) {
  const { top } = card.getBoundingClientRect();
  if (top >= 0 && top < innerHeight / 2) return;
  card.scrollIntoView();
  card.querySelector("h2")?.focus({ preventScroll: true });
}

/** One pupil: their progress, their takes to listen to, their shows. */
export function PupilCard(props: {
  pupil: Pupil;
  pupils: readonly Pupil[];
  line: PupilLine;
  since: string;
  tab: Tab;
  onTab: (tab: Tab) => void;
  onNext: () => void;
  onChanged: () => void;
}) {
  const { t, count, formats } = useI18n();
  const [found, { refetch }] = createResource(
    () => [props.pupil.id, props.since] as const,
    ([id, since]) => api.progress.ofPupil(id, since),
  );
  const changed = () => {
    void refetch();
    props.onChanged();
  };
  let card!: HTMLElement;
  createEffect(
    on(
      () => props.pupil.id,
      () => comeIntoView(card),
    ),
  );
  const summary = () =>
    t("progress.summary", {
      time: formats().clock(props.line.airSeconds),
      takes: count("progress.takes", props.line.takes),
    });
  return (
    <section ref={card} class="panel pupil-card" aria-label={props.pupil.firstName}>
      <div class="pupil-head">
        <BirdAvatar bird={props.pupil.bird} colour={props.pupil.colour} />
        <div>
          <h2 tabIndex={-1}>{props.pupil.firstName}</h2>
          <p class="quiet small">{summary()}</p>
        </div>
        <A class="btn push" href={`/entrainements?pour=${props.pupil.id}`}>
          <Icon name="plus" />
          {t("progress.setExercise")}
        </A>
        <A class="btn" href={`/suivi/bilan/${props.pupil.id}?depuis=${props.since}`}>
          <Icon name="print" />
          {t("progress.report")}
        </A>
      </div>
      <nav class="tabs" aria-label={t("progress.tabs")}>
        <For each={tabs}>
          {(tab) => (
            <button
              type="button"
              aria-current={props.tab === tab ? "page" : undefined}
              onClick={() => props.onTab(tab)}
            >
              {t(words[tab])}
              <Show when={tab === "listen" && props.line.toHear > 0}>
                <span class="chip">{props.line.toHear}</span>
              </Show>
            </button>
          )}
        </For>
      </nav>
      <Loaded from={found} onRetry={() => void refetch()} lines={4}>
        {(progress) => (
          <Switch>
            <Match when={props.tab === "progress"}>
              <PupilCharts pupil={props.pupil} progress={progress()} onChanged={changed} />
            </Match>
            <Match when={props.tab === "listen"}>
              <ListenPanel
                pupil={props.pupil}
                pupils={props.pupils}
                takes={[...progress().toHearBefore, ...progress().takes]}
                onNext={() => props.onNext()}
                onChanged={changed}
              />
            </Match>
            <Match when={props.tab === "shows"}>
              <ShowsTable shows={progress().shows} />
            </Match>
          </Switch>
        )}
      </Loaded>
    </section>
  );
}
