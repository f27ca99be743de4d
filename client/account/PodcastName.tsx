import { createSignal, Show, untrack } from "solid-js";
import type { OwnAccount } from "../../schemas/account.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { TextField } from "../ui/Field.tsx";
import { Switch } from "../ui/Switch.tsx";
import { AccountForm } from "./AccountForm.tsx";

/** Whether one is named beside the episodes in which one is heard, and how. */
export function PodcastName(props: { own: OwnAccount }) {
  const { t } = useI18n();
  const { podcastName, account } = untrack(() => props.own);
  const [isNamed, setIsNamed] = createSignal(podcastName !== null);
  const [name, setName] = createSignal(podcastName ?? account.displayName);
  const save = () => api.account.setPodcastName({ name: isNamed() ? name() : null });
  return (
    <AccountForm id="account-podcasts" title={t("account.podcasts")} onSave={save}>
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
    </AccountForm>
  );
}
