import { For, Show } from "solid-js";
import type { RundownTemplate } from "../../schemas/exchange.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Field } from "../ui/Field.tsx";
import { totalSeconds } from "./rundown-item.ts";
import { templates, type TemplateName } from "./templates.ts";

const names = Object.keys(templates) as TemplateName[];

/** The project's templates by their name, those that the class took from others as they are. */
export type ChosenTemplate = TemplateName | RundownTemplate;

/** Which template a new show begins with, if any. */
export function TemplateField(props: {
  /** Those that the class took from others. */
  taken: readonly RundownTemplate[];
  onTemplate: (template: ChosenTemplate | undefined) => void;
}) {
  const { t, formats } = useI18n();
  const chosen = (value: string) => names.find((name) => name === value) ?? props.taken.find(({ id }) => id === value);
  return (
    <Field label={t("rundown.templateOfShow")}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          onChange={(event) => {
            props.onTemplate(chosen(event.currentTarget.value));
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
          <Show when={props.taken.length > 0}>
            <optgroup label={t("exchange.templates")}>
              <For each={props.taken}>
                {(template) => (
                  <option value={template.id}>
                    {template.title} · {formats().length(totalSeconds(template.items))}
                  </option>
                )}
              </For>
            </optgroup>
          </Show>
        </select>
      )}
    </Field>
  );
}
