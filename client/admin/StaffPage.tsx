import { createResource, createSignal, For, Show } from "solid-js";
import type { StaffLink, StaffMember } from "../../schemas/staff.ts";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { LinkToHandOn } from "./LinkToHandOn.tsx";

/** The school's staff, as an admin sees and invites them. */
export function StaffPage() {
  const { t } = useI18n();
  const [members, { refetch }] = createResource(() => api.staff.list());
  return (
    <Loaded from={members} onRetry={() => void refetch()} lines={4} title={t("staff.title")}>
      {(found) => <Inside members={found()} />}
    </Loaded>
  );
}

function Inside(props: { members: readonly StaffMember[] }) {
  const { t } = useI18n();
  const staff = useStaff();
  const [isInviting, setInviting] = createSignal(false);
  const [issued, setIssued] = createSignal<{ name: string; link: StaffLink }>();
  const renewing = createAttempt(async ({ id, displayName }: StaffMember) => {
    setIssued({ name: displayName, link: await api.staff.renewPassword(id) });
  });
  return (
    <>
      <SchoolHead title={t("staff.title")} hint={t("staff.hint", { school: staff.school.name })}>
        <Button look="primary" icon="plus" onClick={() => setInviting(true)}>
          {t("staff.invite")}
        </Button>
      </SchoolHead>
      <Show when={renewing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <section class="panel scroll-x" aria-label={t("staff.title")} tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t("staff.name")}</th>
              <th scope="col">{t("staff.classes")}</th>
              <th scope="col">{t("staff.role")}</th>
              <th scope="col">
                <span class="sr-only">{t("staff.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.members}>
              {(member) => <MemberRow member={member} onLostPassword={() => void renewing.attempt(member)} />}
            </For>
          </tbody>
        </table>
      </section>
      <Dialog isOpen={isInviting()} title={t("staff.inviteTitle")} onClose={() => setInviting(false)}>
        <InviteForm
          onIssued={(name, link) => {
            setInviting(false);
            setIssued({ name, link });
          }}
        />
      </Dialog>
      <LinkToHandOn issued={issued()} onClose={() => setIssued(undefined)} />
    </>
  );
}

function MemberRow(props: { member: StaffMember; onLostPassword: () => void }) {
  const { t } = useI18n();
  const staff = useStaff();
  const classes = () => {
    const names = staff.classrooms().filter(({ id }) => props.member.classroomIds.includes(id));
    if (names.length > 0) return names.map(({ name }) => name).join(", ");
    return props.member.role === "admin" ? t("staff.allClasses") : t("staff.noClass");
  };
  return (
    <tr>
      <td>
        <b>{props.member.displayName}</b>
        <br />
        <span class="quiet small">{props.member.email}</span>
      </td>
      <td>{classes()}</td>
      <td>
        <Chip look={props.member.role === "admin" ? "info" : "waiting"}>{t(`staff.${props.member.role}`)}</Chip>
      </td>
      <td class="number">
        <Show when={props.member.id !== staff.account.id}>
          <Button
            look="bare"
            aria-label={t("staff.lostPasswordOf", { name: props.member.displayName })}
            onClick={() => props.onLostPassword()}
          >
            {t("staff.lostPassword")}
          </Button>
        </Show>
      </td>
    </tr>
  );
}
