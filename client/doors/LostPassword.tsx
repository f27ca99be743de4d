import { createResource, createSignal, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/Field.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message, Refused } from "../ui/Message.tsx";

/** The way back in for who lost their password: a letter with a link, or, where the station sends none, the admin. */
export function LostPassword(props: { email: string }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <Button look="bare" onClick={() => setOpen(true)}>
        {t("account.lostPassword")}
      </Button>
      <Dialog isOpen={isOpen()} title={t("account.lostPassword")} onClose={() => setOpen(false)}>
        <Ways email={props.email} />
      </Dialog>
    </>
  );
}

function Ways(props: { email: string }) {
  const { t } = useI18n();
  const [ways, { refetch }] = createResource(() => api.session.readWays());
  return (
    <Loaded from={ways} onRetry={() => void refetch()} lines={2}>
      {(found) => (
        <Show when={found().sendsMail} fallback={<p>{t("account.askAdmin")}</p>}>
          <AskForLetter email={props.email} />
        </Show>
      )}
    </Loaded>
  );
}

function AskForLetter(props: { email: string }) {
  const { t } = useI18n();
  const [email, setEmail] = createSignal(props.email);
  const [isAsked, setAsked] = createSignal(false);
  const asking = createAttempt(async () => {
    await api.session.askForLetter(email());
    setAsked(true);
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void asking.attempt();
  };
  const asked = () => (
    <Message look="good" title={t("account.letterAsked")}>
      {t("account.letterAskedHint", { email: email() })}
    </Message>
  );
  return (
    <Show when={!isAsked()} fallback={asked()}>
      <form class="stack" onSubmit={submit}>
        <p>{t("account.letterHint")}</p>
        <TextField
          label={t("doors.email")}
          type="email"
          autocomplete="username"
          required
          value={email()}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <Show when={asking.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Button look="primary" size="tall" type="submit" isBusy={asking.isBusy()}>
          {t("account.askForLetter")}
        </Button>
      </form>
    </Show>
  );
}
