import { For, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Field, TextField } from "../ui/Field.tsx";
import { Switch } from "../ui/Switch.tsx";
import type { Plan } from "./create-plan.ts";

const minutes = [5, 10, 15, 20, 30, 45, 60, 90];

/** What a show is called, when it is, how long, and how often. */
export function PlanFields(props: { plan: Plan; isNew: boolean }) {
  const { t } = useI18n();
  return (
    <>
      <TextField
        label={t("library.showTitle")}
        placeholder={t("library.showTitleExample")}
        required
        maxlength={120}
        value={props.plan.title()}
        onInput={(event) => props.plan.setTitle(event.currentTarget.value)}
      />
      <div class="plan-times">
        <TextField
          label={t("library.showWhen")}
          hint={t("library.showWhenHint")}
          {...(props.plan.isOver() ? { error: t("library.showWhenOver") } : {})}
          type="datetime-local"
          value={props.plan.when()}
          onInput={(event) => props.plan.setWhen(event.currentTarget.value)}
        />
        <LengthField plan={props.plan} />
      </div>
      <Show when={props.isNew}>
        <Weekly plan={props.plan} />
      </Show>
    </>
  );
}

function LengthField(props: { plan: Plan }) {
  const { t, formats } = useI18n();
  // A length that was set otherwise stays among the choices.
  const lengths = () => {
    const planned = props.plan.plannedSeconds();
    const all = new Set([...minutes.map((each) => each * 60), ...(planned === null ? [] : [planned])]);
    return [...all].sort((one, other) => one - other);
  };
  const choose = (typed: string) => props.plan.setPlannedSeconds(typed === "" ? null : Number(typed));
  return (
    <Field label={t("library.showLength")}>
      {(ids) => (
        <select {...ids} class="input" onChange={(event) => choose(event.currentTarget.value)}>
          <option value="" selected={props.plan.plannedSeconds() === null}>
            {t("library.showLengthNone")}
          </option>
          <For each={lengths()}>
            {(seconds) => (
              <option value={seconds} selected={props.plan.plannedSeconds() === seconds}>
                {formats().length(seconds)}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}

function Weekly(props: { plan: Plan }) {
  const { t } = useI18n();
  const needsHour = () => props.plan.isWeekly() && props.plan.firstDay() === "";
  return (
    <>
      <Switch isOn={props.plan.isWeekly()} hint={t("library.showWeeklyHint")} onChange={props.plan.setWeekly}>
        {t("library.showWeekly")}
      </Switch>
      <Show when={props.plan.isWeekly()}>
        <TextField
          label={t("library.showLastDay")}
          {...(needsHour() ? { error: t("library.showWeeklyNeedsHour") } : {})}
          type="date"
          required
          min={props.plan.firstDay()}
          value={props.plan.lastDay()}
          onInput={(event) => props.plan.setLastDay(event.currentTarget.value)}
        />
      </Show>
    </>
  );
}
