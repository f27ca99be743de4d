import { createResource, For, onMount, Show } from "solid-js";
import type { RegionImpact } from "../../schemas/impact.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { ImpactFiguresView } from "./ImpactFiguresView.tsx";
import { ImpactKeys } from "./ImpactKeys.tsx";
import { ImpactRules } from "./ImpactRules.tsx";
import "./impact.css";

/** What the radio brings all schools together, by school year. */
export function RegionImpactPage() {
  const { t } = useI18n();
  const [years, { refetch }] = createResource(() => api.impact.listOfRegion());
  onMount(() => (document.title = `${t("impact.title")} — Antenne`));
  return (
    <Loaded from={years} onRetry={() => void refetch()} lines={6} title={t("impact.title")}>
      {(found) => <Inside years={found()} />}
    </Loaded>
  );
}

function Inside(props: { years: readonly RegionImpact[] }) {
  const { t, count } = useI18n();
  const name = (year: number) => t("impact.year", { from: year, to: year + 1 });
  const periods = () => props.years.map(({ year, figures }) => ({ name: name(year), figures }));
  return (
    <div class="impact">
      <PageHead title={t("impact.title")} hint={t("impact.regionHint")} back={{ href: "/region" }}>
        <Show when={props.years.length > 0}>
          <ImpactKeys periods={periods()} />
        </Show>
      </PageHead>
      <Show
        when={props.years.length > 0}
        fallback={
          <Empty title={t("impact.regionNone")} icon="leaf">
            {t("impact.regionNoneHint")}
          </Empty>
        }
      >
        <For each={props.years}>
          {({ year, schools, figures }) => (
            <section class="panel impact-panel" aria-label={name(year)}>
              <div class="panel-head">
                <h2>{name(year)}</h2>
                <span class="quiet">{count("impact.schools", schools)}</span>
              </div>
              <ImpactFiguresView figures={figures} state="ended" />
            </section>
          )}
        </For>
        <ImpactRules isOfRegion />
      </Show>
    </div>
  );
}
