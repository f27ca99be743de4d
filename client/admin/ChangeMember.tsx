import { createSignal, Show } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { StaffChange, StaffLink, StaffMember } from "../../schemas/staff.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { RoleFields } from "./RoleFields.tsx";

/** What an admin can do for one person: role and classes, a link for a lost password, shutting the account and opening it again. */
export function ChangeMember(props: {
  member: StaffMember;
  onChanged: () => void;
  onIssued: (link: StaffLink) => void;
}) {
  const { t } = useI18n();
  const staff = useStaff();
  const [role, setRole] = createSignal(props.member.role);
  const [chosen, setChosen] = createSignal<readonly ClassroomId[]>(
    // Archived classes stay as they were.
    props.member.classroomIds.filter((id) => staff.classrooms().some((each) => each.id === id)),
  );
  const changing = createAttempt(async (change: StaffChange) => {
    await api.staff.change(props.member.id, change);
    props.onChanged();
  });
  const renewing = createAttempt(async () => props.onIssued(await api.staff.renewPassword(props.member.id)));
  const freeing = createAttempt(async () => {
    await api.staff.removeSecondStep(props.member.id);
    props.onChanged();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void changing.attempt({ role: role(), classroomIds: [...chosen()] });
  };
  const toggleActive = () => void changing.attempt({ isActive: !props.member.isActive });
  return (
    <div class="stack">
      <form class="stack" onSubmit={submit}>
        <RoleFields role={role()} onRole={setRole} classroomIds={chosen()} onClassrooms={setChosen} />
        <Button look="primary" type="submit" isBusy={changing.isBusy()}>
          {t("frame.save")}
        </Button>
      </form>
      <Show when={changing.thrown() ?? renewing.thrown() ?? freeing.thrown()}>
        {(thrown) => <Refused thrown={thrown()} />}
      </Show>
      <Show when={props.member.id !== staff.account.id}>
        <div class="stack tight member-acts">
          <Show when={props.member.isActive}>
            <Button isBusy={renewing.isBusy()} onClick={() => void renewing.attempt()}>
              {t("staff.lostPassword")}
            </Button>
          </Show>
          <Show when={props.member.hasSecondStep}>
            <Button isBusy={freeing.isBusy()} onClick={() => void freeing.attempt()}>
              {t("staff.removeSecondStep")}
            </Button>
          </Show>
          <Button onClick={toggleActive}>{t(props.member.isActive ? "staff.deactivate" : "staff.reactivate")}</Button>
          <p class="quiet small">{t(props.member.isActive ? "staff.deactivateHint" : "staff.reactivateHint")}</p>
        </div>
      </Show>
    </div>
  );
}
