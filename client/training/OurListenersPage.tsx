import { createResource, onMount, Show } from "solid-js";
import type { ClassListenings } from "../../schemas/listenings.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { EpisodeFlocks } from "../listeners/EpisodeFlocks.tsx";
import { LiveHouses } from "../listeners/LiveHouse.tsx";
import { WeekWires } from "../listeners/WeekWires.tsx";
import "../listeners/listeners.css";
import { useI18n } from "../i18n/I18n.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message } from "../ui/Message.tsx";
import { PupilFrame } from "./PupilFrame.tsx";

/** Who listens to the class, for its pupils: birds and seats, in the order in which things came out, and nobody is first. */
export function OurListenersPage() {
  const { t } = useI18n();
  onMount(() => (document.title = `${t("training.listeners")} — Antenne`));
  return (
    <PupilFrame title={t("training.listeners")} back={{ href: "/entrer", label: t("training.backToDoor") }}>
      {({ classroom }) => <Listeners classroomId={classroom.id} />}
    </PupilFrame>
  );
}

function Listeners(props: { classroomId: ClassroomId }) {
  const { t } = useI18n();
  const [found, { refetch }] = createResource(
    () => props.classroomId,
    (id) => api.classrooms.readListenings(id),
  );
  return (
    <>
      <div>
        <h1>{t("training.listeners")}</h1>
        <p class="quiet">{t("training.listenersHint")}</p>
      </div>
      <Loaded from={found} onRetry={() => void refetch()} lines={6}>
        {(listenings) => <Pictures listenings={listenings()} />}
      </Loaded>
    </>
  );
}

function Pictures(props: { listenings: ClassListenings }) {
  const { t } = useI18n();
  const isEmpty = () => props.listenings.weeks.length + props.listenings.shows.length === 0;
  return (
    <div class="stack listeners">
      <Show when={!isEmpty()} fallback={<Empty title={t("listeners.none")}>{t("training.listenersNone")}</Empty>}>
        <Show when={props.listenings.weeks.length > 0}>
          <WeekWires weeks={props.listenings.weeks} />
        </Show>
        <Show when={props.listenings.shows.length > 0}>
          <LiveHouses shows={props.listenings.shows} />
        </Show>
        <Show when={props.listenings.episodes.length > 0}>
          <EpisodeFlocks episodes={props.listenings.episodes} isPlain />
        </Show>
      </Show>
      <Message look="info" title={t("training.listenersHow")}>
        {t("training.listenersHowText")}
      </Message>
    </div>
  );
}
