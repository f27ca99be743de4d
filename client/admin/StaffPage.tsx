import { createResource, createSignal, For, Show } from "solid-js";
import type { StaffLink, StaffMember } from "../../schemas/staff.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { ChangeMember } from "./ChangeMember.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { LinkToHandOn } from "./LinkToHandOn.tsx";
import { LostLetterNote } from "./LostLetterNote.tsx";
import "./staff-list.css";

/** The school's staff, as an admin sees, invites and changes them. */
export function StaffPage() {
  const { t } = useI18n();
  const [members, { refetch }] = createResource(() => api.staff.list());
  return (
    <Loaded from={members} onRetry={() => void refetch()} lines={4} title={t("staff.title")}>
      {(found) => <Inside members={found()} onChanged={() => void refetch()} />}
    </Loaded>
  );
}

function Inside(props: { members: readonly StaffMember[]; onChanged: () => void }) {
  const { t } = useI18n();
  const staff = useStaff();
  const [isInviting, setInviting] = createSignal(false);
  const [changing, setChanging] = createSignal<StaffMember>();
  const [issued, setIssued] = createSignal<{ name: string; link: StaffLink }>();
  return (
    <>
      <SchoolHead title={t("staff.title")} hint={t("staff.hint", { school: staff.school.name })}>
        <Button look="primary" icon="plus" onClick={() => setInviting(true)}>
          {t("staff.invite")}
        </Button>
      </SchoolHead>
      <LostLetterNote />
      <section class="panel" aria-label={t("staff.title")}>
        <ul class="row-list staff-list">
          <For each={props.members}>
            {(member) => <MemberRow member={member} onChange={() => setChanging(member)} />}
          </For>
        </ul>
      </section>
      <Dialog isOpen={isInviting()} title={t("staff.inviteTitle")} onClose={() => setInviting(false)}>
        <InviteForm
          onIssued={(name, link) => {
            setInviting(false);
            setIssued({ name, link });
          }}
        />
      </Dialog>
      <Dialog
        isOpen={changing() !== undefined}
        title={changing()?.displayName ?? ""}
        onClose={() => setChanging(undefined)}
      >
        <Show when={changing()}>
          {(member) => (
            <ChangeMember
              member={member()}
              onChanged={() => {
                setChanging(undefined);
                props.onChanged();
              }}
              onIssued={(link) => {
                setIssued({ name: member().displayName, link });
                setChanging(undefined);
              }}
            />
          )}
        </Show>
      </Dialog>
      <LinkToHandOn issued={issued()} onClose={() => setIssued(undefined)} />
    </>
  );
}

function MemberRow(props: { member: StaffMember; onChange: () => void }) {
  const { t } = useI18n();
  const staff = useStaff();
  const classes = () => {
    const names = staff.classrooms().filter(({ id }) => props.member.classroomIds.includes(id));
    if (names.length > 0) return names.map(({ name }) => name).join(", ");
    return props.member.role === "admin" ? t("staff.allClasses") : t("staff.noClass");
  };
  return (
    <li>
      <div class="what">
        <b>{props.member.displayName}</b>
        <div class="quiet small">{props.member.email}</div>
      </div>
      <div class="classes">{classes()}</div>
      <div class="row tight wrap marks">
        <Chip look={props.member.role === "admin" ? "info" : "waiting"}>{t(`staff.${props.member.role}`)}</Chip>
        <Show when={!props.member.isActive}>
          <Chip look="danger" icon="lock">
            {t("staff.inactive")}
          </Chip>
        </Show>
      </div>
      <Button
        icon="pencil"
        aria-label={t("staff.changeOf", { name: props.member.displayName })}
        onClick={() => props.onChange()}
      >
        {t("staff.change")}
      </Button>
    </li>
  );
}
