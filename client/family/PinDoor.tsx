import { createSignal, Show } from "solid-js";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";

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
      <TextField
        label={t("family.pin")}
        hint={t("family.pinHint")}
        inputClass="pin"
        inputmode="numeric"
        autocomplete="off"
        pattern="[0-9]{4}"
        maxlength={4}
        required
        dir="ltr"
        value={pin()}
        onInput={(event) => setPin(event.currentTarget.value)}
      />
      <Show when={opening.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="tall" type="submit" isWide isBusy={opening.isBusy()}>
        {t("family.pinGo")}
      </Button>
    </form>
  );
}
