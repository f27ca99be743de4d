import { createSignal, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { StepCodeField } from "../ui/StepCodeField.tsx";

/** For whoever comes back from the school's identity provider and has a second step here. */
export function ProviderStep(props: { onEntered: () => void }) {
  const { t } = useI18n();
  const [code, setCode] = createSignal("");
  const entering = createAttempt(async () => {
    await api.oidc.enterWithStep(code());
    props.onEntered();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void entering.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <StepCodeField value={code()} onInput={setCode} />
      <Show when={entering.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="tall" type="submit" isBusy={entering.isBusy()}>
        {t("doors.signIn")}
      </Button>
    </form>
  );
}
