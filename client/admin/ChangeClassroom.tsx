import { createSignal, For, Show } from "solid-js";
import type { ClassroomOverview } from "../../schemas/classroom-overview.ts";
import type { AccountId } from "../../schemas/ids.ts";
import type { StaffMember } from "../../schemas/staff.ts";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { isSchoolYear, SchoolYearField } from "./SchoolYearField.tsx";

/** Changes a class's name and year, and says who teaches it. */
export function ChangeClassroom(props: {
  classroom: ClassroomOverview | undefined;
  members: readonly StaffMember[];
  onClose: () => void;
  onChanged: () => void;
}) {
  const { t } = useI18n();
  return (
    <Dialog
      isOpen={props.classroom !== undefined}
      title={t("school.changeOf", { name: props.classroom?.name ?? "" })}
      onClose={() => props.onClose()}
    >
      <Show when={props.classroom} keyed>
        {(classroom) => <Form classroom={classroom} members={props.members} onChanged={() => props.onChanged()} />}
      </Show>
    </Dialog>
  );
}

function Form(props: { classroom: ClassroomOverview; members: readonly StaffMember[]; onChanged: () => void }) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- the form begins with the class as it was when it was opened.
  const { id, name: formerName, schoolYear: formerYear, teacherIds } = props.classroom;
  const [name, setName] = createSignal(formerName);
  const [schoolYear, setSchoolYear] = createSignal(formerYear);
  const [teachers, setTeachers] = createSignal<readonly AccountId[]>(teacherIds);
  const toggle = (member: AccountId, isChosen: boolean) =>
    setTeachers(isChosen ? [...teachers(), member] : teachers().filter((each) => each !== member));
  const saving = createAttempt(async () => {
    await api.classrooms.change(id, { name: name(), schoolYear: schoolYear() });
    await api.school.setTeachers(id, [...teachers()]);
    props.onChanged();
  });
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
      <fieldset class="stack tight">
        <legend class="legend">{t("school.whoTeaches")}</legend>
        <For each={props.members}>
          {(member) => (
            <label class="check">
              <input
                type="checkbox"
                checked={teachers().includes(member.id)}
                onChange={(event) => toggle(member.id, event.currentTarget.checked)}
              />
              <span>{member.displayName}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
          {t("frame.save")}
        </Button>
      </div>
    </form>
  );
}
