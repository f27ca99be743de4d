import { A, useNavigate } from "@solidjs/router";
import { createResource, createSignal, onMount, Show } from "solid-js";
import type { StaffWelcome } from "../../schemas/staff.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { takeToken } from "../take-token.ts";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { createStepCode } from "../ui/create-step-code.ts";
import { TextField } from "../ui/Field.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { NewPassword } from "../ui/NewPassword.tsx";
import { PublicBar } from "../ui/PublicBar.tsx";
import { StepCodeField } from "../ui/StepCodeField.tsx";
import "./welcome.css";

/** What a link of the admin opens: an invitation, or another password. Its token leaves the address at once. */
export function WelcomePage() {
  const { t } = useI18n();
  const token = takeToken();
  const [welcome, { refetch }] = createResource(
    () => token,
    (given) => api.staff.readLink(given),
  );
  onMount(() => (document.title = `${t("staff.welcomeTitle")} — Antenne`));
  return (
    <div class="public-page">
      <PublicBar />
      <main id="content">
        <Show
          when={token}
          fallback={
            <>
              <h1 class="sr-only">{t("staff.welcomeTitle")}</h1>
              <Message look="trouble" title={t("staff.noToken")}>
                {t("staff.noTokenHint")}
              </Message>
            </>
          }
        >
          {(given) => (
            <div class="stack">
              <Loaded from={welcome} onRetry={() => void refetch()} title={t("staff.welcomeTitle")}>
                {(found) => <WelcomeForm token={given()} welcome={found()} />}
              </Loaded>
              <Show when={welcome.error !== undefined}>
                <p>
                  <A href="/">{t("frame.goHome")}</A>
                </p>
              </Show>
            </div>
          )}
        </Show>
      </main>
    </div>
  );
}

function WelcomeForm(props: { token: string; welcome: StaffWelcome }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [displayName, setDisplayName] = createSignal("");
  const [password, setPassword] = createSignal("");
  const step = createStepCode();
  const isInvited = () => props.welcome.displayName === null;
  const entering = createAttempt(async () => {
    const named = isInvited() ? { displayName: displayName() } : {};
    const acceptance = { token: props.token, ...named, password: password(), ...step.typed() };
    await api.staff.acceptLink(acceptance).catch(step.heed);
    navigate("/emissions");
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void entering.attempt();
  };
  return (
    <form class="panel welcome stack" onSubmit={submit} aria-labelledby="welcome-title">
      <div>
        <h1 id="welcome-title">{isInvited() ? t("staff.welcomeTitle") : t("staff.passwordTitle")}</h1>
        <p class="quiet">
          {t("staff.welcomeIn", { school: props.welcome.school.name, city: props.welcome.school.city })}
          <br />
          {props.welcome.displayName ?? props.welcome.email}
        </p>
      </div>
      <input type="hidden" autocomplete="username" value={props.welcome.email} />
      <Show when={isInvited()} fallback={<p>{t("staff.passwordHint")}</p>}>
        <TextField
          label={t("staff.displayName")}
          placeholder={t("staff.displayNameExample")}
          autocomplete="name"
          required
          maxlength={120}
          value={displayName()}
          onInput={(event) => setDisplayName(event.currentTarget.value)}
        />
      </Show>
      <NewPassword
        label={t("staff.password")}
        value={password()}
        onInput={setPassword}
        knownNames={[...props.welcome.knownNames, props.welcome.displayName ?? displayName(), props.welcome.email]}
      />
      <Show when={step.isAsked()}>
        <StepCodeField value={step.code()} onInput={step.setCode} />
      </Show>
      <Show when={entering.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="tall" type="submit" isBusy={entering.isBusy()}>
        {t("staff.welcomeGo")}
      </Button>
    </form>
  );
}
