import { createResource, createSignal, Show } from "solid-js";
import type { OwnAccount } from "../../schemas/account.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { NewPassword } from "../ui/NewPassword.tsx";
import { ready } from "../ui/ready.ts";
import { Switch } from "../ui/Switch.tsx";
import { useToasts } from "../ui/Toasts.tsx";

/** Another password, for whoever knows the current one. */
export function PasswordForm(props: { own: OwnAccount; onChanged: () => void }) {
  const { t } = useI18n();
  const say = useToasts();
  const [current, setCurrent] = createSignal("");
  const [password, setPassword] = createSignal("");
  const [keeps, setKeeps] = createSignal(false);
  const [identities, { refetch }] = createResource(() => api.account.listIdentities().catch(() => []));
  const tied = () => (ready(identities) ?? []).filter(({ isLinked }) => isLinked);
  const changing = createAttempt(async () => {
    await api.account.changePassword({ current: current(), password: password(), keepsIdentities: keeps() });
    setCurrent("");
    setPassword("");
    setKeeps(false);
    void refetch();
    say(t("account.passwordChanged"));
    props.onChanged();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void changing.attempt();
  };
  return (
    <section class="panel" aria-labelledby="account-password">
      <div class="panel-head">
        <h2 id="account-password">{t("account.password")}</h2>
      </div>
      <form class="panel-body stack" onSubmit={submit}>
        <input type="hidden" autocomplete="username" value={props.own.account.email} />
        <TextField
          label={t("account.currentPassword")}
          type="password"
          autocomplete="current-password"
          required
          value={current()}
          onInput={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassword
          label={t("account.newPassword")}
          value={password()}
          onInput={setPassword}
          knownNames={props.own.knownNames}
        />
        <Show when={tied().length > 0}>
          <Switch isOn={keeps()} onChange={setKeeps} hint={t("account.keepIdentitiesHint")}>
            {t("account.keepIdentities", {
              names: tied()
                .map(({ name }) => name)
                .join(", "),
            })}
          </Switch>
        </Show>
        <Show when={changing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <div class="form-end">
          <Button type="submit" isBusy={changing.isBusy()}>
            {t("account.changePassword")}
          </Button>
          <span class="quiet small">{t("account.changePasswordHint")}</span>
        </div>
      </form>
    </section>
  );
}
