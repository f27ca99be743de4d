import { createSignal, For, Show } from "solid-js";
import type { ClassroomOverview } from "../../schemas/classroom-overview.ts";
import type { AccountId } from "../../schemas/ids.ts";
import type { StaffMember } from "../../schemas/staff.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { ClassroomForm } from "./ClassroomForm.tsx";

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
  const { id, name, schoolYear, teacherIds } = props.classroom;
  const [teachers, setTeachers] = createSignal<readonly AccountId[]>(teacherIds);
  const toggle = (member: AccountId, isChosen: boolean) =>
    setTeachers(isChosen ? [...teachers(), member] : teachers().filter((each) => each !== member));
  const save = async (words: { name: string; schoolYear: string }) => {
    await api.classrooms.change(id, words);
    await api.school.setTeachers(id, [...teachers()]);
    props.onChanged();
  };
  return (
    <ClassroomForm first={{ name, schoolYear }} go={t("frame.save")} onSubmit={save}>
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
    </ClassroomForm>
  );
}
