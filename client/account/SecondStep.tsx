import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { NewSecondStep, OwnAccount } from "../../schemas/account.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/Field.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { QrCode } from "../ui/QrCode.tsx";
import { AskPassword } from "./AskPassword.tsx";

/** A code from an app after the password: setting it up in three small steps, and stopping it. */
export function SecondStep(props: { own: OwnAccount; onChanged: () => void }) {
  const { t, count } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  const close = () => {
    setOpen(false);
    props.onChanged();
  };
  return (
    <section class="panel" aria-labelledby="account-second-step">
      <div class="panel-head">
        <h2 id="account-second-step">{t("account.secondStep")}</h2>
        <Show when={props.own.hasSecondStep}>
          <Chip look="ready" icon="tick">
            {t("account.secondStepOn")}
          </Chip>
        </Show>
      </div>
      <div class="panel-body stack">
        <p>{t("account.secondStepMeans")}</p>
        <Show when={props.own.hasSecondStep}>
          <p class="quiet small">{count("account.recoveryCodesLeft", props.own.recoveryCodesLeft)}</p>
        </Show>
        <div class="form-end">
          <Button onClick={() => setOpen(true)}>
            {t(props.own.hasSecondStep ? "account.secondStepStop" : "account.secondStepBegin")}
          </Button>
        </div>
      </div>
      <Dialog isOpen={isOpen()} title={t("account.secondStep")} onClose={close}>
        <Show when={props.own.hasSecondStep} fallback={<SetUp onDone={close} />}>
          <Stop onDone={close} />
        </Show>
      </Dialog>
    </section>
  );
}

function SetUp(props: { onDone: () => void }) {
  const { t } = useI18n();
  const [begun, setBegun] = createSignal<NewSecondStep>();
  const [codes, setCodes] = createSignal<readonly string[]>();
  const begin = async (password: string) => setBegun(await api.account.beginSecondStep(password));
  const confirm = async (code: string) => setCodes((await api.account.confirmSecondStep(code)).codes);
  return (
    <Switch fallback={<AskPassword go={t("account.secondStepGo")} onPassword={begin} />}>
      <Match when={codes()}>{(shown) => <KeepCodes codes={shown()} onDone={() => props.onDone()} />}</Match>
      <Match when={begun()}>{(shown) => <Pair begun={shown()} onCode={confirm} />}</Match>
    </Switch>
  );
}

function Stop(props: { onDone: () => void }) {
  const { t } = useI18n();
  const stop = async (password: string) => {
    await api.account.removeSecondStep(password);
    props.onDone();
  };
  return <AskPassword go={t("account.secondStepStop")} onPassword={stop} />;
}

function Pair(props: { begun: NewSecondStep; onCode: (code: string) => Promise<unknown> }) {
  const { t } = useI18n();
  const [code, setCode] = createSignal("");
  const confirming = createAttempt(() => props.onCode(code()));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void confirming.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p>{t("account.pairHint")}</p>
      <div class="pair-code">
        <QrCode address={props.begun.url} label={t("account.pairCode")} />
      </div>
      <p class="quiet small">
        {t("account.pairByHand")} <code class="pair-secret">{props.begun.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <TextField
        label={t("account.stepCode")}
        inputmode="numeric"
        autocomplete="one-time-code"
        required
        value={code()}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <Show when={confirming.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" type="submit" isBusy={confirming.isBusy()}>
        {t("account.pairGo")}
      </Button>
    </form>
  );
}

function KeepCodes(props: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useI18n();
  return (
    <div class="stack">
      <Message look="good" title={t("account.secondStepDone")}>
        {t("account.recoveryHint")}
      </Message>
      <ul class="recovery-codes" aria-label={t("account.recoveryCodes")}>
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ul>
      <Button look="primary" onClick={() => props.onDone()}>
        {t("account.recoveryKept")}
      </Button>
    </div>
  );
}
