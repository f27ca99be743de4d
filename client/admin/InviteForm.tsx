import { createSignal, For, Show } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { StaffRole } from "../../schemas/people.ts";
import type { StaffLink } from "../../schemas/staff.ts";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";

const roles = ["teacher", "admin"] as const satisfies readonly StaffRole[];

/** Whom an admin invites, as what, and into which classes. */
export function InviteForm(props: { onIssued: (email: string, link: StaffLink) => void }) {
  const { t } = useI18n();
  const staff = useStaff();
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
  const toggle = (id: ClassroomId, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen(), id] : chosen().filter((each) => each !== id));
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
      <fieldset class="stack tight">
        <legend class="legend">{t("staff.role")}</legend>
        <For each={roles}>
          {(each) => (
            <label class="check">
              <input type="radio" name="role" checked={role() === each} onChange={() => setRole(each)} />
              <span>
                {t(`staff.${each}`)}
                <small class="hint">{t(`staff.${each}Means`)}</small>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={staff.classrooms().length > 0}>
        <fieldset class="stack tight">
          <legend class="legend">{t("staff.itsClasses")}</legend>
          <For each={staff.classrooms()}>
            {({ id, name }) => (
              <label class="check">
                <input
                  type="checkbox"
                  checked={chosen().includes(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
                <span>{name}</span>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={inviting.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="tall" type="submit" isBusy={inviting.isBusy()}>
        {t("staff.inviteGo")}
      </Button>
    </form>
  );
}
