import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { Session } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { createStepCode } from "../ui/create-step-code.ts";
import { TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { SignOutKey } from "../ui/SignOutKey.tsx";
import { StepCodeField } from "../ui/StepCodeField.tsx";
import { LostPassword } from "./LostPassword.tsx";
import { PasskeyKey } from "./PasskeyKey.tsx";
import { ProviderKeys } from "./ProviderKeys.tsx";
import { ProviderStep } from "./ProviderStep.tsx";
import { returnPath } from "./return-path.ts";

/** The teachers' door: e-mail and password, then the page they came for. */
export function StaffDoor(props: { session: Session | undefined; onForget: () => Promise<void> }) {
  const { t } = useI18n();
  const account = () => (props.session?.kind === "staff" ? props.session.account : undefined);
  return (
    <section class="door" aria-labelledby="staff-door">
      <header>
        <span class="door-icon">
          <Icon name="teacher" size="l" />
        </span>
        <h2 id="staff-door">{t("doors.teacher")}</h2>
      </header>
      <Show when={account()} fallback={<WayIn />}>
        {(known) => (
          <>
            <p>{known().displayName}</p>
            <A class="btn primary tall wide" href="/emissions">
              {t("doors.myShows")}
            </A>
            <SignOutKey verb={t("frame.signOut")} onLeave={props.onForget} />
          </>
        )}
      </Show>
    </section>
  );
}

function WayIn() {
  const navigate = useNavigate();
  const [search] = useSearchParams<{ retour?: string; refus?: string }>();
  const enter = () => navigate(returnPath(search.retour) ?? "/emissions");
  return (
    <Show when={search.refus === "session.second_step_missing"} fallback={<SignIn onEntered={enter} />}>
      <ProviderStep onEntered={enter} />
    </Show>
  );
}

function SignIn(props: { onEntered: () => void }) {
  const { t } = useI18n();
  const [search] = useSearchParams<{ retour?: string; refus?: string }>();
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const enter = () => props.onEntered();
  const step = createStepCode();
  const signingIn = createAttempt(async () => {
    await api.session.open({ email: email(), password: password(), ...step.typed() }).catch(step.heed);
    enter();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void signingIn.attempt();
  };
  return (
    <>
      <ProviderKeys returnPath={returnPath(search.retour) ?? "/emissions"} refusal={search.refus} />
      <form class="stack" onSubmit={submit}>
        <Show when={returnPath(search.retour)}>
          <Message look="info" title={t("doors.signInFirst")}>
            {t("doors.signInFirstAdvice")}
          </Message>
        </Show>
        <TextField
          label={t("doors.email")}
          type="email"
          autocomplete="username"
          required
          value={email()}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <TextField
          label={t("doors.password")}
          type="password"
          autocomplete="current-password"
          required
          value={password()}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <Show when={step.isAsked()}>
          <StepCodeField value={step.code()} onInput={step.setCode} />
        </Show>
        <Show when={signingIn.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Button look="primary" size="tall" type="submit" isBusy={signingIn.isBusy()}>
          {t("doors.signIn")}
        </Button>
      </form>
      <PasskeyKey onEntered={enter} />
      <LostPassword email={email()} />
    </>
  );
}
