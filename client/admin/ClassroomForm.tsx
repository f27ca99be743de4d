import { createSignal, Show, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { isSchoolYear, SchoolYearField } from "./SchoolYearField.tsx";

type Words = { name: string; schoolYear: string };

/** A class's name and school year, beginning with `first`; what else is asked for stands below them. */
export function ClassroomForm(props: {
  first: Words;
  go: string;
  onSubmit: (words: Words) => Promise<void>;
  children?: JSX.Element;
}) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- the form begins with the class as it was when it was opened.
  const [name, setName] = createSignal(props.first.name);
  // eslint-disable-next-line solid/reactivity -- as above.
  const [schoolYear, setSchoolYear] = createSignal(props.first.schoolYear);
  const saving = createAttempt(() => props.onSubmit({ name: name(), schoolYear: schoolYear() }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isSchoolYear(schoolYear())) void saving.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={t("classroom.createName")}
        required
        maxlength={120}
        value={name()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <SchoolYearField value={schoolYear()} onChange={setSchoolYear} />
      {props.children}
      <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
          {props.go}
        </Button>
      </div>
    </form>
  );
}
