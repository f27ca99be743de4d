import { createEffect, createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import type { Job } from "../../schemas/jobs.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { refusalWords } from "../i18n/refusal-words.ts";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";
import { Work } from "../ui/Work.tsx";

const lookEveryMs = 1_000;

/** The making of the episode: how far it is, a key to stop it, and one to begin again. It goes on with the page closed. */
export function RenderWork(props: { episode: Episode; onMoved: () => void }) {
  const { t, formats } = useI18n();
  const [job, setJob] = createSignal<Job>();
  const [thrown, setThrown] = createSignal<unknown>();
  const look = async () => {
    const id = props.episode.renderJobId;
    if (id === null) return;
    try {
      const found = await api.jobs.read(id);
      setThrown(undefined);
      const before = job()?.state;
      setJob(found);
      if (found.state === "done" || (before !== undefined && before !== found.state)) props.onMoved();
    } catch (error) {
      setThrown(() => error);
    }
  };
  createEffect(() => {
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    onCleanup(() => clearInterval(timer));
  });
  const stopping = createAttempt(async () => {
    await api.jobs.cancel(props.episode.renderJobId!);
    await look();
  });
  const again = createAttempt(async () => {
    await api.jobs.retry(props.episode.renderJobId!);
    await look();
    props.onMoved();
  });
  const said = () =>
    job()?.state === "running"
      ? t("library.renderAt", { percent: formats().percent(job()!.progress) })
      : t("library.renderWaiting");
  const isOver = () => job()?.state === "failed" || job()?.state === "cancelled";
  return (
    <section class="panel" aria-labelledby="render-title">
      <div class="panel-head">
        <h2 id="render-title">{t("library.render")}</h2>
      </div>
      <div class="panel-body stack">
        <Switch
          fallback={
            <Work share={job()?.progress ?? 0} onStop={() => void stopping.attempt()}>
              {said()}
            </Work>
          }
        >
          <Match when={isOver() && job()}>
            {(over) => <Over job={over()} onAgain={() => void again.attempt()} isBusy={again.isBusy()} />}
          </Match>
        </Switch>
        <p class="small quiet">{t("library.renderKept")}</p>
        <Show when={stopping.thrown() ?? again.thrown() ?? thrown()}>{(why) => <Refused thrown={why()} />}</Show>
      </div>
    </section>
  );
}

function Over(props: { job: Job; onAgain: () => void; isBusy: boolean }) {
  const { t } = useI18n();
  const isStopped = () => props.job.state === "cancelled";
  const why = () => refusalWords(t, { code: props.job.error ?? "ffmpeg.failed" });
  return (
    <>
      <Message
        look={isStopped() ? "warning" : "trouble"}
        title={isStopped() ? t("library.renderStopped") : t("library.renderFailed")}
      >
        {isStopped() ? undefined : `${why().title} ${why().advice}`}
      </Message>
      <Button look="primary" icon="back" isBusy={props.isBusy} onClick={() => props.onAgain()}>
        {t("library.renderAgain")}
      </Button>
    </>
  );
}
