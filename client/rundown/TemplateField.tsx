import { For } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Field } from "../ui/Field.tsx";
import { totalSeconds } from "./rundown-item.ts";
import { templates, type TemplateName } from "./templates.ts";

const names = Object.keys(templates) as TemplateName[];

/** Which template a new show begins with, if any. */
export function TemplateField(props: { onTemplate: (name: TemplateName | undefined) => void }) {
  const { t, formats } = useI18n();
  return (
    <Field label={t("rundown.templateOfShow")}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          onChange={(event) => {
            props.onTemplate(names.find((name) => name === event.currentTarget.value));
          }}
        >
          <option value="">{t("rundown.templateNone")}</option>
          <For each={names}>
            {(name) => (
              <option value={name}>
                {t(`templates.${name}`)} · {formats().length(totalSeconds(templates[name]))}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
