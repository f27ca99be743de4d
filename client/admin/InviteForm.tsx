import { createSignal, Show } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { StaffRole } from "../../schemas/people.ts";
import type { StaffLink } from "../../schemas/staff.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { RoleFields } from "./RoleFields.tsx";

/** Whom an admin invites, as what, and into which classes. */
export function InviteForm(props: { onIssued: (email: string, link: StaffLink) => void }) {
  const { t } = useI18n();
  const [email, setEmail] = createSignal("");
  const [role, setRole] = createSignal<StaffRole>("teacher");
  const [chosen, setChosen] = createSignal<readonly ClassroomId[]>([]);
  const inviting = createAttempt(async () => {
    const link = await api.staff.invite({ email: email(), role: role(), classroomIds: [...chosen()] });
    props.onIssued(email(), link);
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void inviting.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p class="quiet">{t("staff.inviteHint")}</p>
      <TextField
        label={t("staff.email")}
        type="email"
        autocomplete="off"
        required
        value={email()}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <RoleFields role={role()} onRole={setRole} classroomIds={chosen()} onClassrooms={setChosen} />
      <Show when={inviting.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="tall" type="submit" isBusy={inviting.isBusy()}>
        {t("staff.inviteGo")}
      </Button>
    </form>
  );
}
