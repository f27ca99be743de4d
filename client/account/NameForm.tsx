import { createSignal, Show } from "solid-js";
import type { Account } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

/** The name that pupils see. */
export function NameForm(props: { account: Account }) {
  const { t } = useI18n();
  const staff = useStaff();
  const say = useToasts();
  const [name, setName] = createSignal(props.account.displayName);
  const saving = createAttempt(async () => {
    staff.rename(await api.account.change({ displayName: name() }));
    say(t("frame.saved"));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt();
  };
  return (
    <section class="panel" aria-labelledby="account-name">
      <div class="panel-head">
        <h2 id="account-name">{t("account.name")}</h2>
      </div>
      <form class="panel-body stack" onSubmit={submit}>
        <TextField
          label={t("account.displayName")}
          autocomplete="name"
          required
          maxlength={120}
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <div class="form-end">
          <Button type="submit" isBusy={saving.isBusy()}>
            {t("frame.save")}
          </Button>
        </div>
      </form>
    </section>
  );
}
