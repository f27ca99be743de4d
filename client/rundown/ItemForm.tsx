import { createSignal, For } from "solid-js";
import { longestPrompterText, RundownItemKind } from "../../schemas/rundown.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { parseClock } from "../i18n/parse-clock.ts";
import { Field, TextArea, TextField } from "../ui/Field.tsx";
import type { ItemFormProps } from "./item-form-props.ts";
import { MovesFields } from "./MovesFields.tsx";
import { SpeakersField } from "./SpeakersField.tsx";

const longestSeconds = 3_600;

/** All that a part of a rundown says; every field counts at once, and one that cannot be kept says so under it. */
export function ItemForm(props: ItemFormProps) {
  const { t } = useI18n();
  return (
    <div class="rundown-form stack">
      <div class="rundown-pair">
        <ItemTitle {...props} />
        <ItemLength {...props} />
      </div>
      <SpeakersField {...props} />
      <TextArea
        label={t("rundown.text")}
        hint={t("rundown.textHint")}
        rows={6}
        maxlength={longestPrompterText}
        value={props.item.prompterText}
        onInput={(event) => {
          props.onChange({ prompterText: event.currentTarget.value });
        }}
      />
      <MovesFields {...props} />
      <Field label={t("rundown.kind")}>
        {(ids) => (
          <select
            {...ids}
            class="input"
            onChange={(event) => {
              props.onChange({ kind: RundownItemKind.parse(event.currentTarget.value) });
            }}
          >
            <For each={RundownItemKind.options}>
              {(kind) => (
                <option value={kind} selected={kind === props.item.kind}>
                  {t(`rundown.kind_${kind}`)}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
    </div>
  );
}

function ItemTitle(props: ItemFormProps) {
  const { t } = useI18n();
  const [isMissing, setMissing] = createSignal(false);
  return (
    <TextField
      label={t("rundown.itemTitle")}
      hint={t("rundown.itemTitleHint")}
      error={isMissing() ? t("rundown.titleMissing") : undefined}
      maxlength={120}
      value={props.item.title}
      onInput={(event) => {
        const title = event.currentTarget.value.trim();
        setMissing(title === "");
        if (title !== "") props.onChange({ title });
      }}
    />
  );
}

function ItemLength(props: ItemFormProps) {
  const { t, formats } = useI18n();
  const [isBad, setBad] = createSignal(false);
  return (
    <TextField
      class="rundown-length"
      label={t("rundown.length")}
      hint={t("rundown.lengthHint")}
      error={isBad() ? t("rundown.lengthBad") : undefined}
      inputmode="numeric"
      value={formats().clock(props.item.plannedSeconds)}
      onChange={(event) => {
        const seconds = parseClock(event.currentTarget.value);
        const isGood = seconds !== undefined && seconds >= 1 && seconds <= longestSeconds;
        setBad(!isGood);
        if (isGood) props.onChange({ plannedSeconds: seconds });
      }}
    />
  );
}
