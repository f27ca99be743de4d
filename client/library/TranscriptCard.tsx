import { createResource, Show } from "solid-js";
import type { EpisodeId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Refused } from "../ui/Message.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { TranscriptForm } from "./TranscriptForm.tsx";
import "./transcript.css";

/** What is said in the episode, to be read by those who may hear it. */
export function TranscriptCard(props: { episodeId: EpisodeId; language: string }) {
  const { t } = useI18n();
  const [kept, { refetch, mutate }] = createResource(() => props.episodeId, api.episodes.readText);
  return (
    <section class="panel transcript-card" aria-labelledby="transcript-title">
      <div class="panel-head">
        <h2 id="transcript-title">{t("transcript.title")}</h2>
      </div>
      <div class="panel-body stack">
        <p class="small quiet">{t("transcript.hint")}</p>
        <Show when={kept.state !== "pending"} fallback={<Skeleton lines={3} />}>
          <Show
            when={kept.state !== "errored"}
            fallback={
              <Refused
                thrown={kept.error as unknown}
                action={<Button onClick={() => void refetch()}>{t("frame.retry")}</Button>}
              />
            }
          >
            <TranscriptForm
              episodeId={props.episodeId}
              language={props.language}
              kept={kept.latest ?? undefined}
              onKept={(text) => mutate(text ?? null)}
            />
          </Show>
        </Show>
      </div>
    </section>
  );
}
