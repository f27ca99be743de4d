import { createSignal, Show } from "solid-js";
import type { OwnAccount } from "../../schemas/account.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { Switch } from "../ui/Switch.tsx";
import { useToasts } from "../ui/Toasts.tsx";

/** Whether one is named beside the episodes in which one is heard, and how. */
export function PodcastName(props: { own: OwnAccount }) {
  const { t } = useI18n();
  const say = useToasts();
  const [isNamed, setIsNamed] = createSignal(props.own.podcastName !== null);
  const [name, setName] = createSignal(props.own.podcastName ?? props.own.account.displayName);
  const saving = createAttempt(async () => {
    await api.account.setPodcastName({ name: isNamed() ? name() : null });
    say(t("frame.saved"));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt();
  };
  return (
    <section class="panel" aria-labelledby="account-podcasts">
      <div class="panel-head">
        <h2 id="account-podcasts">{t("account.podcasts")}</h2>
      </div>
      <form class="panel-body stack" onSubmit={submit}>
        <Switch isOn={isNamed()} onChange={setIsNamed} hint={t("account.podcastNamedHint")}>
          {t("account.podcastNamed")}
        </Switch>
        <Show when={isNamed()}>
          <TextField
            label={t("account.podcastName")}
            required
            maxlength={120}
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Show>
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
