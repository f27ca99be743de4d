import { Show } from "solid-js";
import type { PodcastImport } from "../../../schemas/podcast-imports.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Refused } from "../../ui/Message.tsx";
import { Work } from "../../ui/Work.tsx";
import { ImportedList } from "./ImportedList.tsx";

/** An import that goes on, with the page open or closed. */
export function ImportUnderWay(props: { told: PodcastImport; onStopped: () => void }) {
  const { t } = useI18n();
  const stopping = createAttempt(async () => {
    await api.podcastImports.stop(props.told.id);
    props.onStopped();
  });
  const total = () => props.told.episodes.length;
  const done = () => props.told.episodes.filter(({ state }) => state !== "waiting").length;
  return (
    <section class="panel" aria-labelledby="running-title">
      <div class="panel-head">
        <h2 id="running-title">{props.told.title || t("podcasts.untitled")}</h2>
      </div>
      <div class="panel-body stack">
        <Work share={props.told.progress} onStop={() => void stopping.attempt()}>
          {props.told.state === "waiting"
            ? t("podcasts.waiting")
            : t("podcasts.running", { done: done(), total: total() })}
        </Work>
        <Show when={stopping.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </div>
      <ImportedList episodes={props.told.episodes} />
    </section>
  );
}
