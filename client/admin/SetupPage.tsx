import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { createResource, createSignal, Match, onMount, Show, Switch, type JSX } from "solid-js";
import type { Setup } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { NewPassword } from "../ui/NewPassword.tsx";
import { PublicBar } from "../ui/PublicBar.tsx";
import "./setup.css";

type Answers = Omit<Setup, "token">;

const blank: Answers = {
  schoolName: "",
  city: "",
  displayName: "",
  email: "",
  password: "",
  classroomName: "",
  channelTitle: "",
};

/** The first page of a new station: school, teacher, classroom and channel, in one go. */
export function SetupPage() {
  const { t } = useI18n();
  const [search] = useSearchParams<{ cle?: string }>();
  const [need, { refetch }] = createResource(() => api.setup.read());
  onMount(() => (document.title = `${t("doors.setupTitle")} — Antenne`));
  return (
    <div class="public-page">
      <PublicBar />
      <main class="setup" id="content">
        <h1>{t("doors.setupTitle")}</h1>
        <p class="quiet">{t("doors.setupHint")}</p>
        <Loaded from={need} onRetry={() => void refetch()}>
          {(answer) => (
            <Switch fallback={<SetupForm token={search.cle ?? ""} />}>
              <Match when={!answer().isNeeded}>
                <Message
                  look="info"
                  title={t("errors.setup.done")}
                  action={
                    <A class="btn" href="/">
                      {t("frame.goHome")}
                    </A>
                  }
                >
                  {t("advice.setup.done")}
                </Message>
              </Match>
              <Match when={!search.cle}>
                <Message look="warning" title={t("doors.setupNoKey")}>
                  {t("doors.setupNoKeyAdvice")}
                </Message>
              </Match>
            </Switch>
          )}
        </Loaded>
      </main>
    </div>
  );
}

function SetupForm(props: { token: string }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [answers, setAnswers] = createSignal(blank);
  const opening = createAttempt(async () => {
    await api.setup.complete({ token: props.token, ...answers() });
    navigate("/classe");
  });
  const knownNames = () => {
    const { schoolName, city, displayName, email, classroomName, channelTitle } = answers();
    return [schoolName, city, displayName, email, classroomName, channelTitle];
  };
  const field = (name: keyof Answers) => ({
    name,
    required: true,
    value: answers()[name],
    maxlength: 120,
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      setAnswers((typed) => ({ ...typed, [name]: event.currentTarget.value })),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void opening.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <Part title={t("doors.setupSchool")}>
        <TextField
          label={t("doors.setupSchoolName")}
          placeholder={t("doors.setupSchoolExample")}
          {...field("schoolName")}
        />
        <TextField label={t("doors.setupCity")} autocomplete="address-level2" {...field("city")} />
      </Part>
      <Part title={t("doors.setupAccount")}>
        <TextField
          label={t("doors.setupDisplayName")}
          placeholder={t("doors.setupDisplayNameExample")}
          {...field("displayName")}
        />
        <TextField label={t("doors.email")} {...field("email")} type="email" autocomplete="username" />
        <NewPassword
          label={t("doors.password")}
          value={answers().password}
          onInput={(password) => setAnswers((typed) => ({ ...typed, password }))}
          knownNames={knownNames()}
        />
      </Part>
      <Part title={t("doors.setupRadio")}>
        <TextField
          label={t("doors.setupClassroom")}
          placeholder={t("doors.setupClassroomExample")}
          {...field("classroomName")}
        />
        <TextField
          label={t("doors.setupChannel")}
          hint={t("doors.setupChannelHint")}
          placeholder={t("doors.setupChannelExample")}
          {...field("channelTitle")}
        />
      </Part>
      <Show when={opening.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="giant" type="submit" isBusy={opening.isBusy()}>
        {t("doors.setupGo")}
      </Button>
    </form>
  );
}

function Part(props: { title: string; children: JSX.Element }) {
  return (
    <fieldset class="panel setup-part">
      <legend>{props.title}</legend>
      {props.children}
    </fieldset>
  );
}
