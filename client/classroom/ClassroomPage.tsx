import { createEffect, createResource, createSignal, onMount, Show } from "solid-js";
import type { Classroom, Pupil } from "../../schemas/people.ts";
import { api, type ClassroomPage as Page } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { AddPupils } from "./AddPupils.tsx";
import { ChangePupil } from "./ChangePupil.tsx";
import { ClassCode } from "./ClassCode.tsx";
import { NewClassroom } from "./NewClassroom.tsx";
import { PupilTable } from "./PupilTable.tsx";
import "./classroom.css";

/** The class: its pupils and their birds, and the code they enter by. */
export function ClassroomPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [page, { refetch, mutate }] = createResource(
    () => staff.classroom()?.id,
    (id) => api.classrooms.read(id),
  );
  onMount(() => (document.title = `${t("classroom.title")} — Antenne`));
  const onCode = (classroom: Classroom) => mutate((known) => known && { ...known, classroom });
  return (
    <Show when={staff.classroom()} fallback={<NewClassroom isFirst />}>
      <Loaded from={page} onRetry={() => void refetch()} lines={6} title={t("classroom.title")}>
        {(found) => <Inside page={found()} onChanged={() => void refetch()} onCode={onCode} />}
      </Loaded>
    </Show>
  );
}

function Inside(props: { page: Page; onChanged: () => void; onCode: (classroom: Classroom) => void }) {
  const { t, count } = useI18n();
  const staff = useStaff();
  const [isAdding, setAdding] = createSignal(false);
  const [changed, setChanged] = createSignal<Pupil>();
  // After a change the list is new, and the dialog's pupil may be gone.
  createEffect(() => {
    if (props.page.pupils.every(({ id }) => id !== changed()?.id)) setChanged(undefined);
  });
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{props.page.classroom.name}</h1>
          <p class="quiet">
            {count("classroom.summary", props.page.pupils.length, { year: props.page.classroom.schoolYear })}
          </p>
        </div>
        <div class="row wrap push">
          <Show when={staff.account.role === "admin"}>
            <NewClassroom />
          </Show>
          <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
            {t("classroom.add")}
          </Button>
        </div>
      </div>
      <div class="two-columns">
        <PupilTable pupils={props.page.pupils} onChange={(pupil) => setChanged(pupil)} onAdd={() => setAdding(true)} />
        <aside class="side">
          <ClassCode classroom={props.page.classroom} onRenewed={(classroom) => props.onCode(classroom)} />
        </aside>
      </div>
      <AddPupils
        classroomId={props.page.classroom.id}
        pupils={props.page.pupils}
        isOpen={isAdding()}
        onClose={() => setAdding(false)}
        onAdded={() => props.onChanged()}
      />
      <ChangePupil
        pupil={changed()}
        others={props.page.pupils}
        onClose={() => setChanged(undefined)}
        onChanged={() => props.onChanged()}
      />
    </>
  );
}
