import { A } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { PodcastImport } from "../../../schemas/podcast-imports.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { refusalWords } from "../../i18n/refusal-words.ts";
import { Button } from "../../ui/Button.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Message, Refused } from "../../ui/Message.tsx";
import { useToasts } from "../../ui/Toasts.tsx";
import { ImportedList } from "./ImportedList.tsx";
import { answerOf, VoicesQuestion, type DraftAnswer } from "./VoicesQuestion.tsx";

type DoneProps = { told: PodcastImport; onTold: (told: PodcastImport) => void; isPast?: boolean };

/** What became of an import: how much came, what is missing, how far its voices go, and the keys to go on. */
export function ImportDone(props: DoneProps) {
  const { t, count } = useI18n();
  const failed = () => props.told.episodes.filter(({ state }) => state === "failed");
  const came = () => props.told.episodes.filter(({ state }) => state === "done").length;
  const again = createAttempt(async () => {
    props.onTold(await api.podcastImports.retry(props.told.id));
  });
  const isWhole = () => props.told.state === "done" && failed().length === 0;
  const key = () => (
    <Button isBusy={again.isBusy()} onClick={() => void again.attempt()}>
      {t("podcasts.again")}
    </Button>
  );
  const why = () => refusalWords(t, { code: props.told.error ?? "server.failed" });
  return (
    <section class={props.isPast ? "import-past" : "panel"} aria-label={props.told.title || t("podcasts.untitled")}>
      <div class="panel-body stack">
        <Dynamic component={props.isPast ? "h3" : "h2"}>{props.told.title || t("podcasts.untitled")}</Dynamic>
        <Switch>
          <Match when={isWhole()}>
            <Message
              look="good"
              title={count("podcasts.done", came())}
              action={
                <A class="btn" href="/emissions">
                  {t("podcasts.see")}
                </A>
              }
            />
          </Match>
          <Match when={props.told.state === "cancelled"}>
            <Message look="warning" title={t("podcasts.stopped")} action={key()}>
              {t("podcasts.stoppedHint")}
            </Message>
          </Match>
          <Match when={props.told.state === "failed"}>
            <Message look="trouble" title={t("podcasts.broken")} action={key()}>
              {`${why().title} ${why().advice}`}
            </Message>
          </Match>
          <Match when={failed().length > 0}>
            <Message look="warning" title={count("podcasts.failed", failed().length)} action={key()} />
          </Match>
        </Switch>
        <Show when={again.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Standing {...props} />
      </div>
      <Show when={failed().length > 0}>
        <ImportedList episodes={failed()} />
      </Show>
    </section>
  );
}

const reachKeys = {
  class: "podcasts.reachClass",
  family: "podcasts.reachFamily",
  public: "podcasts.reachPublic",
} as const;

function Standing(props: DoneProps) {
  const { t } = useI18n();
  return (
    <details class="standing" open={!props.told.isConfirmed && !props.isPast}>
      <summary>{t("podcasts.standing", { reach: t(reachKeys[props.told.reach]) })}</summary>
      <Answer {...props} />
    </details>
  );
}

function Answer(props: DoneProps) {
  const { t } = useI18n();
  const say = useToasts();
  const [draft, setDraft] = createSignal<DraftAnswer>({ reach: "class", words: "" });
  const [isMissing, setMissing] = createSignal(false);
  const answering = createAttempt(async () => {
    const answer = answerOf(draft());
    setMissing(!answer);
    if (!answer) return;
    props.onTold(await api.podcastImports.answer(props.told.id, answer));
    say(t("podcasts.answered"));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void answering.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <VoicesQuestion draft={draft()} onChange={setDraft} isMissing={isMissing()} mayWait={false} />
      <Show when={answering.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button type="submit" class="push" isBusy={answering.isBusy()}>
          {t("podcasts.answer")}
        </Button>
      </div>
    </form>
  );
}
