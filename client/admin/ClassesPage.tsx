import { A } from "@solidjs/router";
import { createResource, createSignal, For, Show } from "solid-js";
import type { ClassroomOverview } from "../../schemas/classroom-overview.ts";
import type { StaffMember } from "../../schemas/staff.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { toClass, useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { ArchivedClasses } from "./ArchivedClasses.tsx";
import { ChangeClassroom } from "./ChangeClassroom.tsx";
import { NewClassroom } from "./NewClassroom.tsx";
import "./classes.css";

type School = { classrooms: readonly ClassroomOverview[]; members: readonly StaffMember[] };

async function readSchool(): Promise<School> {
  const [classrooms, members] = await Promise.all([api.school.listClassrooms(), api.staff.list()]);
  return { classrooms, members };
}

/** Every class of the school, for its admins: who teaches it, how many pupils it has, and the ways to more of them. */
export function ClassesPage() {
  const { t } = useI18n();
  const [school, { refetch }] = createResource(readSchool);
  return (
    <Loaded from={school} onRetry={() => void refetch()} lines={5} title={t("school.classes")}>
      {(found) => <Inside school={found()} onChanged={() => void refetch()} />}
    </Loaded>
  );
}

function Inside(props: { school: School; onChanged: () => void }) {
  const { t, count } = useI18n();
  const staff = useStaff();
  const [changed, setChanged] = createSignal<ClassroomOverview>();
  const refresh = () => {
    staff.refresh();
    props.onChanged();
  };
  const active = () => props.school.classrooms.filter(({ archivedAt }) => archivedAt === null);
  const archived = () => props.school.classrooms.filter(({ archivedAt }) => archivedAt !== null);
  const pupils = () => active().reduce((sum, classroom) => sum + classroom.pupils, 0);
  return (
    <>
      <SchoolHead
        title={t("school.classes")}
        hint={`${count("school.classCount", active().length)}, ${count("school.pupilCount", pupils())}`}
      >
        <A class="btn" href="/ecole/classes/annee">
          <Icon name="forward" />
          {t("year.title")}
        </A>
        <A class="btn" href="/ecole/classes/import">
          <Icon name="share" />
          {t("school.import")}
        </A>
        <NewClassroom onCreated={() => props.onChanged()} />
      </SchoolHead>
      <Show
        when={active().length > 0}
        fallback={
          <Empty title={t("school.noClass")} icon="school">
            {t("school.noClassHint")}
          </Empty>
        }
      >
        <section class="panel scroll-x" aria-label={t("school.classes")} tabIndex={0}>
          <ClassTable
            classrooms={active()}
            members={props.school.members}
            onChange={(classroom) => setChanged(classroom)}
          />
        </section>
      </Show>
      <Show when={archived().length > 0}>
        <ArchivedClasses classrooms={archived()} onRestored={refresh} />
      </Show>
      <ChangeClassroom
        classroom={changed()}
        members={props.school.members}
        onClose={() => setChanged(undefined)}
        onChanged={() => {
          setChanged(undefined);
          refresh();
        }}
      />
    </>
  );
}

function ClassTable(props: School & { onChange: (classroom: ClassroomOverview) => void }) {
  const { t } = useI18n();
  return (
    <table class="table class-table">
      <thead>
        <tr>
          <th scope="col">{t("school.class")}</th>
          <th scope="col">{t("school.teachers")}</th>
          <th scope="col" class="number">
            {t("school.pupils")}
          </th>
          <th scope="col">
            <span class="sr-only">{t("staff.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.classrooms}>
          {(classroom) => (
            <ClassRow classroom={classroom} members={props.members} onChange={() => props.onChange(classroom)} />
          )}
        </For>
      </tbody>
    </table>
  );
}

function ClassRow(props: { classroom: ClassroomOverview; members: readonly StaffMember[]; onChange: () => void }) {
  const { t } = useI18n();
  const teachers = () =>
    props.members.filter(({ id }) => props.classroom.teacherIds.includes(id)).map((member) => member.displayName);
  return (
    <tr>
      <td>
        <A href="/classe" class="class-name" state={toClass(props.classroom.id)}>
          {props.classroom.name}
        </A>
        <br />
        <span class="quiet small">{props.classroom.schoolYear}</span>
      </td>
      <td>
        <Show when={teachers().length > 0} fallback={<span class="quiet">{t("school.nobodyTeaches")}</span>}>
          {teachers().join(", ")}
        </Show>
      </td>
      <td class="number">{props.classroom.pupils}</td>
      <td class="number">
        <Button
          look="bare"
          size="square"
          icon="pencil"
          aria-label={t("school.changeOf", { name: props.classroom.name })}
          onClick={() => props.onChange()}
        />
      </td>
    </tr>
  );
}
