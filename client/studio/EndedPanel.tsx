import { A } from "@solidjs/router";
import { createResource, createSignal, Show } from "solid-js";
import type { JobId, ShowId } from "../../schemas/ids.ts";
import type { Job } from "../../schemas/jobs.ts";
import { api, ApiError } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { ready } from "../ui/ready.ts";
import { Work } from "../ui/Work.tsx";
import type { Signalling } from "../signalling.ts";

/** A job as it stands and moves: read once, then told over the socket. */
function createJob(signalling: Signalling, jobId: () => JobId | undefined) {
  const [read] = createResource(jobId, (id) => api.jobs.read(id).catch(() => undefined));
  const [told, setTold] = createSignal<Job>();
  signalling.hear("jobChanged", (job) => {
    if (job.id === jobId()) setTold(job);
  });
  return () => told() ?? ready(read);
}

/** After Fin, in the place of the strips: how far the episode is, and the way to its credits. */
export function EndedPanel(props: { showId: ShowId; jobId: JobId | undefined; signalling: Signalling }) {
  const { t, formats } = useI18n();
  const job = createJob(props.signalling, () => props.jobId);
  const isDone = () => job()?.state === "done";
  return (
    <section class="panel ended" aria-label={t("studio.over")}>
      <Icon name="tick" size="xl" />
      <h2>{t("studio.overTitle")}</h2>
      <p>{t("studio.overText")}</p>
      <Show when={job()}>
        {(known) => (
          <Show
            when={known().state !== "failed" && known().state !== "cancelled"}
            fallback={<Refused thrown={new ApiError(known().error ?? "server.failed")} />}
          >
            <Show when={!isDone()} fallback={<Message look="good" title={t("studio.rendered")} />}>
              <Work share={known().progress}>
                {t("studio.rendering", { share: formats().percent(known().progress) })}
              </Work>
            </Show>
          </Show>
        )}
      </Show>
      <A class="btn primary giant" href={`/emissions/${props.showId}`}>
        <Icon name="pencil" />
        {t("studio.toCredits")}
      </A>
    </section>
  );
}
