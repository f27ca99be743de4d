import { createSignal, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { PinField } from "./PinField.tsx";

/** Four digits before the page, on a device that the link was never opened on. */
export function PinDoor(props: { token: string; onOpen: () => void }) {
  const { t } = useI18n();
  const [pin, setPin] = createSignal("");
  const opening = createAttempt(async () => {
    await api.session.openForFamily({ token: props.token, pin: pin() });
    props.onOpen();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void opening.attempt();
  };
  return (
    <form class="panel pin-door stack" onSubmit={submit} aria-labelledby="pin-title">
      <h1 id="pin-title">{t("family.pinTitle")}</h1>
      <PinField label={t("family.pin")} hint={t("family.pinHint")} value={pin()} onInput={setPin} />
      <Show when={opening.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="tall" type="submit" isWide isBusy={opening.isBusy()}>
        {t("family.pinGo")}
      </Button>
    </form>
  );
}
