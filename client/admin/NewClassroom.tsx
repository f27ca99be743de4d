import { createSignal, Show } from "solid-js";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { schoolYearAt } from "../ui/school-year.ts";
import { SchoolYearField, isSchoolYear } from "./SchoolYearField.tsx";

/** The key that creates one class; `onCreated` once it is there. */
export function NewClassroom(props: { onCreated: () => void }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  const done = () => {
    setOpen(false);
    props.onCreated();
  };
  return (
    <>
      <Button look="primary" icon="plus" onClick={() => setOpen(true)}>
        {t("classroom.create")}
      </Button>
      <Dialog isOpen={isOpen()} title={t("classroom.create")} onClose={() => setOpen(false)}>
        <NewClassroomForm onDone={done} />
      </Dialog>
    </>
  );
}

function NewClassroomForm(props: { onDone: () => void }) {
  const { t } = useI18n();
  const staff = useStaff();
  const [name, setName] = createSignal("");
  const [schoolYear, setSchoolYear] = createSignal(schoolYearAt(new Date()));
  const creating = createAttempt(async () => {
    await api.classrooms.create({ name: name(), schoolYear: schoolYear() });
    staff.refresh();
    props.onDone();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isSchoolYear(schoolYear())) void creating.attempt();
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
      <Show when={creating.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={creating.isBusy()}>
          {t("classroom.createGo")}
        </Button>
      </div>
    </form>
  );
}
