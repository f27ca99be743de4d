import { For } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Field } from "../ui/Field.tsx";
import { exerciseLibrary } from "./exercise-library.ts";

/** The station's own exercises, by their level; `undefined` for one's own. */
export function LibraryField(props: { onChoose: (index: number | undefined) => void }) {
  const { t } = useI18n();
  return (
    <Field label={t("exercises.library")}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          onChange={({ currentTarget: { value } }) => props.onChoose(value === "" ? undefined : Number(value))}
        >
          <option value="">{t("exercises.libraryOwn")}</option>
          <For each={exerciseLibrary}>
            {({ grade, kind, title }, index) => (
              <option value={index()}>
                {t(`exercises.grade_${grade}`)} · {t(`training.kind_${kind}`)} · {title}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
