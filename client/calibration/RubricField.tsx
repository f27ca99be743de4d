import { For, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Message } from "../ui/Message.tsx";
import { libraryChoices, type createRubricChoices, type RubricChoice } from "./create-rubric-choices.ts";

/** By which rubric an anchor is judged: one of the library, or of the teacher's own classes. Its words are copied. */
export function RubricField(props: {
  choices: ReturnType<typeof createRubricChoices>;
  onRubric: (rubric: RubricChoice) => void;
}) {
  const { t } = useI18n();
  const all = () => [...libraryChoices, ...props.choices.ofClasses().flatMap(({ rubrics }) => rubrics)];
  const choose = (place: number) => {
    const chosen = all()[place];
    if (chosen !== undefined) props.onRubric(chosen);
  };
  return (
    <>
      <Field label={t("calibration.rubric")} hint={t("calibration.rubricHint")}>
        {(ids) => (
          <select {...ids} class="input" onChange={(event) => choose(Number(event.currentTarget.value))}>
            <optgroup label={t("calibration.rubricLibrary")}>
              <For each={libraryChoices}>{(choice) => <Choice choice={choice} all={all()} />}</For>
            </optgroup>
            <For each={props.choices.ofClasses()}>
              {({ className, rubrics }) => (
                <optgroup label={t("calibration.rubricOfClass", { name: className })}>
                  <For each={rubrics}>{(choice) => <Choice choice={choice} all={all()} />}</For>
                </optgroup>
              )}
            </For>
          </select>
        )}
      </Field>
      <Show when={props.choices.isMissing()}>
        <Message
          look="warning"
          title={t("calibration.rubricsMissing")}
          action={<Button onClick={() => props.choices.askAgain()}>{t("calibration.rubricsAgain")}</Button>}
        >
          {t("calibration.rubricsMissingHint")}
        </Message>
      </Show>
    </>
  );
}

const Choice = (props: { choice: RubricChoice; all: readonly RubricChoice[] }) => (
  <option value={props.all.indexOf(props.choice)}>{props.choice.rubric}</option>
);
