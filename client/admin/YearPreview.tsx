import { createEffect, createResource, For, Show } from "solid-js";
import type { SchoolYearChange, SchoolYearPlan } from "../../schemas/school-years.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message } from "../ui/Message.tsx";

/** What the choices do, in numbers, as the station counts them; `onFree` tells whether it can be done. */
export function YearPreview(props: { change: SchoolYearChange | undefined; onFree: (isFree: boolean) => void }) {
  const { t } = useI18n();
  const [plan, { refetch }] = createResource(
    () => props.change,
    (change) => api.school.previewYear(change),
  );
  createEffect(() => props.onFree(props.change !== undefined && plan.state === "ready" && plan().crowded.length === 0));
  return (
    <section class="panel" aria-label={t("year.effect")}>
      <div class="panel-head">
        <h2>{t("year.effect")}</h2>
      </div>
      <div class="panel-body stack">
        <Loaded from={plan} onRetry={() => void refetch()} lines={3}>
          {(found) => <Effect plan={found()} />}
        </Loaded>
      </div>
    </section>
  );
}

function Effect(props: { plan: SchoolYearPlan }) {
  const { t, count } = useI18n();
  const lines = () => [
    ...(props.plan.archived > 0 ? [count("year.archived", props.plan.archived)] : []),
    ...(props.plan.kept > 0 ? [count("year.kept", props.plan.kept)] : []),
    ...(props.plan.created.length > 0 ? [t("year.created", { names: props.plan.created.join(", ") })] : []),
    ...(props.plan.moved > 0 ? [count("year.moved", props.plan.moved)] : []),
    ...(props.plan.closedChannels > 0 ? [count("year.closedChannels", props.plan.closedChannels)] : []),
    ...(props.plan.calledOff > 0 ? [count("year.calledOff", props.plan.calledOff)] : []),
    t("year.codes"),
  ];
  return (
    <>
      <ul class="year-effect">
        <For each={lines()}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Show when={props.plan.crowded.length > 0}>
        <Message look="warning" title={t("year.crowded", { names: props.plan.crowded.join(", ") })}>
          {t("year.crowdedHint")}
        </Message>
      </Show>
      <Show when={props.plan.alike.length > 0}>
        <Message look="info" title={t("year.alike")}>
          {props.plan.alike.map(({ firstName, classroom }) => `${firstName} (${classroom})`).join(", ")}
        </Message>
      </Show>
    </>
  );
}
