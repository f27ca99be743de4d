import { createSignal, For, Show, untrack } from "solid-js";
import { dayInParis, usualLastDay } from "../../schemas/consent.ts";
import { RetentionPolicy } from "../../schemas/retention.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Field, TextField } from "../ui/Field.tsx";
import { Message } from "../ui/Message.tsx";
import { Switch } from "../ui/Switch.tsx";

const soundDays = [30, 91, 182, 365, 730, 1_095];
const listeningDays = [91, 365, 730, 1_095, 1_825];
const auditDays = [365, 730, 1_095, 1_825];
const episodeYears = [0, 1, 2, 3, null];

type FormProps = {
  policy: RetentionPolicy;
  isBusy: boolean;
  /** Hears of every choice that differs from what holds and could; `undefined` when it is what holds again. */
  onTry: (policy: RetentionPolicy | undefined) => void;
  onSave: (policy: RetentionPolicy) => void;
};

/** The durations of a school. */
export function RetentionForm(props: FormProps) {
  const { t } = useI18n();
  const [wanted, setWanted] = createSignal(untrack(() => props.policy));
  const isSame = () => JSON.stringify(wanted()) === JSON.stringify(props.policy);
  const isPossible = () => RetentionPolicy.safeParse(wanted()).success;
  const change = (part: Partial<RetentionPolicy>) => {
    setWanted({ ...wanted(), ...part });
    if (isPossible()) props.onTry(isSame() ? undefined : wanted());
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPossible()) props.onSave(wanted());
  };
  // Of no school year that still runs: the next such day.
  const nextEnd = () => usualLastDay("1999-2000", dayInParis(Date.now()), wanted().consentsEndOn);
  return (
    <form class="panel" aria-labelledby="durations-title" onSubmit={submit}>
      <div class="panel-head">
        <h2 id="durations-title">{t("retention.durations")}</h2>
      </div>
      <div class="panel-body stack">
        <DaysField
          name="tracks"
          days={wanted().trackDays}
          choices={soundDays}
          onChoose={(trackDays) => change({ trackDays })}
        />
        <DaysField
          name="recordings"
          days={wanted().recordingDays}
          choices={soundDays}
          onChoose={(recordingDays) => change({ recordingDays })}
        />
        <Show when={wanted().recordingDays < wanted().trackDays}>
          <Message look="warning" title={t("retention.tooShort")} />
        </Show>
        <YearsField years={wanted().episodeYears} onChoose={(years) => change({ episodeYears: years })} />
        <Switch isOn={wanted().mayKeepEpisodes} onChange={(mayKeepEpisodes) => change({ mayKeepEpisodes })}>
          {t("retention.mayKeep")}
        </Switch>
        <DaysField
          name="listenings"
          days={wanted().listeningDays}
          choices={listeningDays}
          onChoose={(days) => change({ listeningDays: days })}
        />
        <TextField
          label={t("retention.consentsEnd")}
          hint={t("retention.consentsEndHint")}
          type="date"
          required
          value={nextEnd()}
          onChange={(event) => change({ consentsEndOn: event.currentTarget.value.slice(5) })}
        />
        <DaysField
          name="audit"
          days={wanted().auditDays}
          choices={auditDays}
          onChoose={(days) => change({ auditDays: days })}
        />
        <Button look="primary" size="tall" type="submit" isBusy={props.isBusy} disabled={isSame() || !isPossible()}>
          {t("frame.save")}
        </Button>
      </div>
    </form>
  );
}

type DaysProps = {
  name: "tracks" | "recordings" | "audit" | "listenings";
  days: number;
  choices: readonly number[];
  onChoose: (days: number) => void;
};

function DaysField(props: DaysProps) {
  const { t, count } = useI18n();
  const choices = () => [...new Set([...props.choices, props.days])].sort((a, b) => a - b);
  const said = (days: number) => {
    if (days % 365 === 0) return count("retention.yearsLong", days / 365);
    const months = Math.round(days / 30.4);
    return Math.abs(months * 30.4 - days) < 1
      ? count("retention.monthsLong", months)
      : count("retention.daysLong", days);
  };
  const hint = () => (props.name === "audit" ? undefined : t(`retention.${props.name}Hint`));
  return (
    <Field label={t(`retention.${props.name}`)} hint={hint()}>
      {(ids) => (
        <select {...ids} class="input" onChange={(event) => props.onChoose(Number(event.currentTarget.value))}>
          <For each={choices()}>
            {(days) => (
              <option value={days} selected={days === props.days}>
                {said(days)}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}

function YearsField(props: { years: number | null; onChoose: (years: number | null) => void }) {
  const { t, count } = useI18n();
  const said = (years: number | null) => {
    if (years === null) return t("retention.kept");
    return years === 0 ? t("retention.untilYearEnd") : count("retention.yearsMore", years);
  };
  const choices = () => (episodeYears.includes(props.years) ? episodeYears : [props.years, ...episodeYears]);
  const chosen = (value: string) => (value === "kept" ? null : Number(value));
  return (
    <Field label={t("retention.episodes")} hint={t("retention.episodesHint")}>
      {(ids) => (
        <select {...ids} class="input" onChange={(event) => props.onChoose(chosen(event.currentTarget.value))}>
          <For each={choices()}>
            {(years) => (
              <option value={years ?? "kept"} selected={years === props.years}>
                {said(years)}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
