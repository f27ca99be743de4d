import { createResource, For, Show } from "solid-js";
import type { EpisodeId, ClassroomId } from "../../schemas/ids.ts";
import type { Leaving } from "../../schemas/retention.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Icon } from "../ui/Icon.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

const words = { tracks: "warningTracks", recording: "warningRecording", episode: "warningEpisode" } as const;

/** What of a class, or of one of its episodes, is removed within a month because it is old, and the key that puts an episode's end off; nothing when nothing is. */
export function LeavingSoon(props: { classroomId: ClassroomId; episodeId?: EpisodeId }) {
  const { count } = useI18n();
  const [leaving, { refetch }] = createResource(
    () => props.classroomId,
    (id) => api.classrooms.listLeaving(id),
  );
  // A page that works without its warnings shows them as soon as they are there.
  const known = () => (leaving.state === "ready" || leaving.state === "refreshing" ? leaving.latest : []);
  const listed = () => known().filter((each) => props.episodeId === undefined || each.episodeId === props.episodeId);
  return (
    <Show when={listed().length > 0}>
      <section class="panel leaving-soon" aria-labelledby="leaving-soon">
        <div class="panel-head">
          <Icon name="clock" />
          <h2 id="leaving-soon">{count("retention.warnings", listed().length)}</h2>
        </div>
        <ul>
          <For each={listed()}>{(each) => <Warning leaving={each} onKept={() => void refetch()} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function Warning(props: { leaving: Leaving; onKept: () => void }) {
  const { t, formats } = useI18n();
  const say = useToasts();
  const keeping = createAttempt(async (id: EpisodeId) => {
    await api.episodes.keepLonger(id);
    say(t("retention.keptLonger"));
    props.onKept();
  });
  const keepable = () => (props.leaving.mayBeKept ? props.leaving.episodeId : null);
  return (
    <li>
      <span>
        <b>{props.leaving.title}</b>
        <span class="small quiet">
          {t(`retention.${words[props.leaving.what]}`, { day: formats().date(props.leaving.day) })}
        </span>
        <Show when={keeping.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </span>
      <Show when={keepable()}>
        {(id) => (
          <Button
            isBusy={keeping.isBusy()}
            aria-label={t("retention.keepOf", { title: props.leaving.title })}
            onClick={() => void keeping.attempt(id())}
          >
            {t("retention.keep")}
          </Button>
        )}
      </Show>
    </li>
  );
}
