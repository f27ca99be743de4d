import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { createSignal, Show } from "solid-js";
import type { Passkey } from "../../schemas/passkeys.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { AskPassword } from "./AskPassword.tsx";

/** Names a passkey, asks the password once more, and lets the browser's authenticator make it. */
export function AddPasskey(props: { onDone: () => void }) {
  const { t } = useI18n();
  const [name, setName] = createSignal("");
  const add = async (password: string) => {
    const question = await api.account.beginPasskey(password);
    const optionsJSON = question as unknown as PublicKeyCredentialCreationOptionsJSON;
    const { startRegistration } = await import("@simplewebauthn/browser");
    await api.account.addPasskey(name(), await startRegistration({ optionsJSON }));
    props.onDone();
  };
  return (
    <AskPassword
      go={t("account.passkeyAdd")}
      onPassword={add}
      above={<NameField value={name()} onInput={setName} />}
      failed={<Message look="trouble" title={t("account.passkeyFailed")} />}
    />
  );
}

/** Another name for a passkey. */
export function RenamePasskey(props: { passkey: Passkey; onDone: () => void }) {
  const { t } = useI18n();
  const [name, setName] = createSignal(props.passkey.name);
  const saving = createAttempt(async () => {
    await api.account.renamePasskey(props.passkey.id, name());
    props.onDone();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <NameField value={name()} onInput={setName} />
      <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" type="submit" isBusy={saving.isBusy()}>
        {t("frame.save")}
      </Button>
    </form>
  );
}

function NameField(props: { value: string; onInput: (typed: string) => void }) {
  const { t } = useI18n();
  return (
    <TextField
      label={t("account.passkeyName")}
      placeholder={t("account.passkeyExample")}
      required
      maxlength={120}
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  );
}
