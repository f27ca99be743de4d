import { createSignal, Show } from "solid-js";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Empty } from "../ui/Empty.tsx";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { schoolYearAt } from "./school-year.ts";

/** The administrator's key that creates a class; `isFirst` says that there is none yet. */
export function NewClassroom(props: { isFirst?: boolean }) {
  const { t } = useI18n();
  const staff = useStaff();
  const [isOpen, setOpen] = createSignal(false);
  const key = () => (
    <Button look={props.isFirst === true ? "primary" : "plain"} icon="school" onClick={() => setOpen(true)}>
      {t("classroom.create")}
    </Button>
  );
  const isAdmin = () => staff.account.role === "admin";
  return (
    <>
      <Show when={props.isFirst} fallback={key()}>
        <Empty title={t("classroom.noClassroom")} icon="school" action={isAdmin() ? key() : undefined}>
          {isAdmin() ? undefined : t("classroom.noClassroomTeacher")}
        </Empty>
      </Show>
      <Dialog isOpen={isOpen()} title={t("classroom.create")} onClose={() => setOpen(false)}>
        <NewClassroomForm onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function NewClassroomForm(props: { onDone: () => void }) {
  const { t } = useI18n();
  const staff = useStaff();
  const [name, setName] = createSignal("");
  const [schoolYear, setSchoolYear] = createSignal(schoolYearAt(new Date()));
  const isYear = () => /^\d{4}-\d{4}$/.test(schoolYear());
  const creating = createAttempt(async () => {
    const created = await api.classrooms.create({ name: name(), schoolYear: schoolYear() });
    staff.refresh();
    staff.choose(created.id);
    props.onDone();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isYear()) void creating.attempt();
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
      <TextField
        label={t("classroom.createYear")}
        error={isYear() ? undefined : t("classroom.createYearBad")}
        required
        value={schoolYear()}
        onChange={(event) => setSchoolYear(event.currentTarget.value.trim())}
      />
      <Show when={creating.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={creating.isBusy()}>
          {t("classroom.createGo")}
        </Button>
      </div>
    </form>
  );
}
