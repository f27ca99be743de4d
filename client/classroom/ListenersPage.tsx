import { createResource, onMount, Show } from "solid-js";
import type { ClassListenings } from "../../schemas/listenings.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message } from "../ui/Message.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { saveText } from "../ui/save-text.ts";
import { EpisodeFlocks } from "../listeners/EpisodeFlocks.tsx";
import { listenersCsv } from "./listeners-csv.ts";
import { LiveHouses } from "../listeners/LiveHouse.tsx";
import { WeekWires } from "../listeners/WeekWires.tsx";
import "../listeners/listeners.css";

/** Who listens to the class, as pictures that pupils can read: shown to them on the board, and compared with nobody. */
export function ListenersPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [found, { refetch }] = createResource(
    () => staff.classroom()?.id,
    (id) => api.classrooms.readListenings(id),
  );
  onMount(() => (document.title = `${t("listeners.title")} — Antenne`));
  return (
    <Loaded from={found} onRetry={() => void refetch()} lines={6} title={t("listeners.title")}>
      {(listenings) => <Inside listenings={listenings()} />}
    </Loaded>
  );
}

function Inside(props: { listenings: ClassListenings }) {
  const { t } = useI18n();
  const isEmpty = () => props.listenings.weeks.length + props.listenings.shows.length === 0;
  const save = () => saveText(`${t("listeners.title")}.csv`, "text/csv", listenersCsv(t, props.listenings));
  return (
    <>
      <PageHead title={t("listeners.title")} hint={t("listeners.hint")} back={{ href: "/classe" }}>
        <Show when={!isEmpty()}>
          <Button icon="download" onClick={save}>
            {t("listeners.saveCsv")}
          </Button>
        </Show>
      </PageHead>
      <div class="stack listeners">
        <Show when={!isEmpty()} fallback={<Empty title={t("listeners.none")}>{t("listeners.noneHint")}</Empty>}>
          <Show when={props.listenings.weeks.length > 0}>
            <WeekWires weeks={props.listenings.weeks} />
          </Show>
          <Show when={props.listenings.shows.length > 0}>
            <LiveHouses shows={props.listenings.shows} />
          </Show>
          <EpisodeFlocks episodes={props.listenings.episodes} />
        </Show>
        <Message look="info" title={t("listeners.howTitle")}>
          <p>{t("listeners.how")}</p>
          <p>{t("listeners.howPrivate")}</p>
        </Message>
      </div>
    </>
  );
}
