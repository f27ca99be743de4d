import { createSignal, Show, type JSX } from "solid-js";
import { ApiError } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";

/** Asks the password once more before something that opens the account, and does it: what else is asked for stands above or below it. */
export function AskPassword(props: {
  go: string;
  onPassword: (password: string) => Promise<unknown>;
  above?: JSX.Element;
  children?: JSX.Element;
  /** Said instead of an error that is none of the station's. */
  failed?: JSX.Element;
}) {
  const { t } = useI18n();
  const [password, setPassword] = createSignal("");
  const asking = createAttempt(() => props.onPassword(password()));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void asking.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      {props.above}
      <p>{t("account.passwordOnceMore")}</p>
      <TextField
        label={t("account.currentPassword")}
        type="password"
        autocomplete="current-password"
        required
        value={password()}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      {props.children}
      <Show when={asking.thrown()}>
        {(thrown) => (
          <Show when={props.failed === undefined || thrown() instanceof ApiError} fallback={props.failed}>
            <Refused thrown={thrown()} />
          </Show>
        )}
      </Show>
      <Button look="primary" type="submit" isBusy={asking.isBusy()}>
        {props.go}
      </Button>
    </form>
  );
}
