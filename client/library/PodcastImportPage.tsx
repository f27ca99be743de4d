import { createMemo, createResource, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { PodcastImport } from "../../schemas/podcast-imports.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { ImportDone } from "./imports/ImportDone.tsx";
import { ImportPreview } from "./imports/ImportPreview.tsx";
import { ImportSources } from "./imports/ImportSources.tsx";
import { ImportUnderWay } from "./imports/ImportUnderWay.tsx";
import "./imports/imports.css";

const lookEveryMs = 1_500;
const isMoving = ({ state }: PodcastImport) => state === "waiting" || state === "running";

const isOver = (told: PodcastImport | undefined) => told !== undefined && told.state !== "preview" && !isMoving(told);

/** A podcast from elsewhere on its way into the channel: where from, what of it, for whom, and how far it is. */
export function PodcastImportPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [page, { refetch }] = createResource(
    () => staff.classroom()?.id,
    (id) => api.classrooms.read(id),
  );
  onMount(() => (document.title = `${t("podcasts.title")} — Antenne`));
  return (
    <Show when={staff.classroom()} fallback={<Empty title={t("classroom.noClassroom")} icon="school" level={1} />}>
      <Loaded from={page} onRetry={() => void refetch()} title={t("podcasts.title")} lines={6}>
        {(found) => (
          <Show when={found().channels[0]} fallback={<Empty title={t("library.noChannel")} icon="waves" level={1} />}>
            {(channel) => <Imports channel={channel()} />}
          </Show>
        )}
      </Loaded>
    </Show>
  );
}

function Imports(props: { channel: Channel }) {
  const { t } = useI18n();
  const [imports, { refetch, mutate }] = createResource(() => props.channel.id, api.podcastImports.list);
  const [shown, setShown] = createSignal<PodcastImport["id"]>();
  const current = createMemo(() => {
    const all = imports.latest ?? [];
    return all.find(({ id }) => id === shown()) ?? all.find(isMoving) ?? all.find(({ state }) => state === "preview");
  });
  const put = (told: PodcastImport) => {
    setShown(told.id);
    mutate((known = []) => [told, ...known.filter(({ id }) => id !== told.id)]);
  };
  const timer = setInterval(() => {
    if ((imports.latest ?? []).some(isMoving)) void refetch();
  }, lookEveryMs);
  onCleanup(() => clearInterval(timer));
  const past = () => (imports.latest ?? []).filter((each) => each.id !== current()?.id && each.state !== "preview");
  const forget = () => {
    setShown(undefined);
    void refetch();
  };
  return (
    <>
      <PageHead
        title={t("podcasts.title")}
        hint={t("podcasts.hint", { channel: props.channel.title })}
        back={{ href: "/chaine" }}
      />
      <Loaded from={imports} onRetry={() => void refetch()} lines={4}>
        {() => (
          <div class="import-steps">
            <Show when={current()} fallback={<ImportSources channel={props.channel} onFound={put} />} keyed={false}>
              {(told) => <Current told={told()} channel={props.channel} onTold={put} onLeft={forget} />}
            </Show>
            <Show when={isOver(current())}>
              <ImportSources channel={props.channel} onFound={put} />
            </Show>
            <Show when={past().length > 0}>
              <section class="panel" aria-labelledby="imports-title">
                <div class="panel-head">
                  <h2 id="imports-title">{t("podcasts.imports")}</h2>
                </div>
                <For each={past()}>{(told) => <ImportDone told={told} onTold={put} isPast />}</For>
              </section>
            </Show>
          </div>
        )}
      </Loaded>
    </>
  );
}

type CurrentProps = {
  told: PodcastImport;
  channel: Channel;
  onTold: (told: PodcastImport) => void;
  onLeft: () => void;
};

function Current(props: CurrentProps) {
  return (
    <Show
      when={props.told.state === "preview"}
      fallback={
        <Show when={isMoving(props.told)} fallback={<ImportDone told={props.told} onTold={props.onTold} />}>
          <ImportUnderWay told={props.told} onStopped={props.onLeft} />
        </Show>
      }
    >
      <ImportPreview told={props.told} channel={props.channel} onTold={props.onTold} onLeft={props.onLeft} />
    </Show>
  );
}
