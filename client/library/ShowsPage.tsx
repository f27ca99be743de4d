import { A, useNavigate } from "@solidjs/router";
import { createResource, createSignal, For, onMount, Show } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { api, type ClassShow } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { LeavingSoon } from "./LeavingSoon.tsx";
import { SurveyCard } from "../ui/SurveyCard.tsx";
import { ShowDialog } from "./ShowDialog.tsx";
import { seriesOf, type Series } from "./series.ts";
import { ShowRow } from "./ShowRow.tsx";
import { sortShows } from "./sort-shows.ts";
import "./library.css";

async function readLibrary(classroomId: Parameters<typeof api.classrooms.read>[0]) {
  const [{ channels }, shows] = await Promise.all([
    api.classrooms.read(classroomId),
    api.classrooms.listShows(classroomId),
  ]);
  const episodes = (await Promise.all(channels.map(({ id }) => api.channels.listAllEpisodes(id)))).flat();
  return { channels, shows, episodes: new Map(episodes.map((episode) => [episode.id, episode])) };
}

/** The shows of the class: on air, to come, ended; and the key that prepares a new one in two presses. */
export function ShowsPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const navigate = useNavigate();
  const [library, { refetch }] = createResource(() => staff.classroom()?.id, readLibrary);
  const [isNew, setNew] = createSignal(false);
  const channels = () => (library.state === "ready" || library.state === "refreshing" ? library.latest.channels : []);
  onMount(() => (document.title = `${t("library.shows")} — Antenne`));
  return (
    <>
      <PageHead title={t("library.shows")}>
        <Show when={channels().length > 0}>
          <Button look="primary" icon="plus" onClick={() => setNew(true)}>
            {t("library.newShow")}
          </Button>
        </Show>
      </PageHead>
      <SurveyCard who="teachers" read={api.survey.read} answer={api.survey.answer} />
      <Show when={staff.classroom()}>{(classroom) => <LeavingSoon classroomId={classroom().id} />}</Show>
      <Show when={staff.classroom()} fallback={<NoChannel />}>
        <Loaded from={library} onRetry={() => void refetch()} lines={6}>
          {(found) => (
            <Show when={found().channels.length > 0} fallback={<NoChannel />}>
              <Lists
                shows={found().shows}
                episodes={found().episodes}
                onChanged={() => void refetch()}
                onNew={() => setNew(true)}
              />
            </Show>
          )}
        </Loaded>
      </Show>
      <ShowDialog
        isOpen={isNew()}
        channels={channels()}
        onClose={() => setNew(false)}
        onSaved={(show) => (show.scheduledAt === null ? navigate(`/regie/${show.id}`) : void refetch())}
      />
    </>
  );
}

const alone = (next: ClassShow): Series => ({ next, following: [] });

type ListsProps = {
  shows: readonly ClassShow[];
  episodes: ReadonlyMap<string, Episode>;
  onChanged: () => void;
  onNew: () => void;
};

function Lists(props: ListsProps) {
  const { t } = useI18n();
  const sorted = () => {
    const { nextShows, ...others } = sortShows(props.shows);
    return {
      liveShows: others.liveShows.map(alone),
      nextShows: seriesOf(nextShows),
      endedShows: others.endedShows.map(alone),
    };
  };
  return (
    <Show
      when={props.shows.length > 0}
      fallback={
        <Empty
          title={t("library.showNone")}
          action={
            <Button look="primary" onClick={() => props.onNew()}>
              {t("library.newShow")}
            </Button>
          }
        >
          {t("library.showNoneHint")}
        </Empty>
      }
    >
      <For each={["liveShows", "nextShows", "endedShows"] as const}>
        {(part) => (
          <Show when={sorted()[part].length > 0}>
            <section class="panel shows" aria-labelledby={part}>
              <div class="panel-head">
                <h2 id={part}>{t(`library.${part}`)}</h2>
              </div>
              <ul>
                <For each={sorted()[part]}>
                  {({ next, following }) => (
                    <ShowRow
                      each={next}
                      following={following}
                      episode={props.episodes.get(next.show.episodeId ?? "")}
                      onChanged={() => props.onChanged()}
                    />
                  )}
                </For>
              </ul>
            </section>
          </Show>
        )}
      </For>
    </Show>
  );
}

function NoChannel() {
  const { t } = useI18n();
  return (
    <Empty
      title={t("library.noChannel")}
      action={
        <A class="btn primary" href="/chaine">
          {t("library.goToChannel")}
        </A>
      }
    >
      {t("library.noChannelHint")}
    </Empty>
  );
}
