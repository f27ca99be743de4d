import { useNavigate } from "@solidjs/router";
import { createResource, createSignal, For, Match, Show, Switch } from "solid-js";
import type { SchoolImportPlan } from "../../schemas/region.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { FileKey } from "../ui/FileKey.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message } from "../ui/Message.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { draftSchools, type SchoolDraft, type SchoolFault } from "./class-file/draft-schools.ts";
import { readSheet, type FileFault } from "./class-file/read-sheet.ts";
import { FileGuide } from "./FileGuide.tsx";
import { SendList } from "./SendList.tsx";
import "./import.css";
import "./region.css";

/** Lines and schools that are named one by one; the others are counted. */
const mostShown = 30;

type Chosen = { draft: SchoolDraft } | { fault: FileFault | "noColumns" };

function readSchools(bytes: Uint8Array): Chosen {
  const read = readSheet(bytes);
  if ("fault" in read) return read;
  const draft = draftSchools(read.rows);
  return draft === undefined ? { fault: "noColumns" } : { draft };
}

/** Takes a region's list of schools over: what it would make is shown first. */
export function RegionImportPage() {
  const { t } = useI18n();
  const [chosen, setChosen] = createSignal<Chosen>();
  const take = async (file: File) => setChosen(readSchools(new Uint8Array(await file.arrayBuffer())));
  const fault = () => {
    const file = chosen();
    return file !== undefined && "fault" in file ? file.fault : undefined;
  };
  const draft = () => {
    const file = chosen();
    return file !== undefined && "draft" in file ? file.draft : undefined;
  };
  return (
    <>
      <PageHead title={t("region.import")} hint={t("region.importHint")} back={{ href: "/region" }}>
        <FileKey accept=".csv,.txt,text/csv,text/plain" onFile={(file) => void take(file)}>
          {t(chosen() === undefined ? "school.chooseFile" : "school.chooseOther")}
        </FileKey>
      </PageHead>
      <Switch fallback={<BeforeFile />}>
        <Match when={fault() === "noColumns"}>
          <Message look="trouble" title={t("region.noColumns")}>
            {t("region.noColumnsHint")}
          </Message>
        </Match>
        <Match when={fault()}>
          {(word) => (
            <Message look="trouble" title={t(`school.${word() as FileFault}`)}>
              {t("school.fileAdvice")}
            </Message>
          )}
        </Match>
        <Match when={draft()} keyed>
          {(found) => <Preview draft={found} />}
        </Match>
      </Switch>
    </>
  );
}

function BeforeFile() {
  const { t } = useI18n();
  return (
    <FileGuide sample={t("region.sample")} promise={t("region.importKeeps")} promiseHint={t("region.importKeepsHint")}>
      <p>{t("region.importTry")}</p>
    </FileGuide>
  );
}

function Preview(props: { draft: SchoolDraft }) {
  const { t, count } = useI18n();
  const navigate = useNavigate();
  const say = useToasts();
  const asked = () => (props.draft.list.schools.length > 0 ? props.draft.list : undefined);
  const [plan, { refetch }] = createResource(asked, (list) => api.region.previewImport(list));
  const send = async () => {
    await api.region.importSchools(props.draft.list);
    say(t("region.imported"));
    navigate("/region");
  };
  const isNothing = ({ added, renamed }: SchoolImportPlan) => added.length + renamed.length === 0;
  return (
    <div class="stack">
      <Faults faults={props.draft.faults} />
      <Show when={asked()}>
        <Loaded from={plan} onRetry={() => void refetch()} lines={5}>
          {(found) => (
            <div class="stack">
              <SendList
                unread={props.draft.faults.length}
                leaveWord={count("region.leaveLines", props.draft.faults.length)}
                isShut={isNothing(found())}
                sendWord={t(isNothing(found()) ? "region.importNothing" : "region.importGo")}
                onSend={send}
              >
                <Plan plan={found()} />
              </SendList>
            </div>
          )}
        </Loaded>
      </Show>
    </div>
  );
}

function Faults(props: { faults: readonly SchoolFault[] }) {
  const { t, count } = useI18n();
  return (
    <Show when={props.faults.length > 0}>
      <Message look="warning" title={count("school.faultyLines", props.faults.length)}>
        <ul class="small import-lines">
          <For each={props.faults.slice(0, mostShown)}>
            {({ line, fault, cell }) => <li>{t("school.onLine", { line, words: t(`region.${fault}`, { cell }) })}</li>}
          </For>
        </ul>
        <Show when={props.faults.length > mostShown}>
          <p>{count("school.moreLines", props.faults.length - mostShown)}</p>
        </Show>
      </Message>
    </Show>
  );
}

function Plan(props: { plan: SchoolImportPlan }) {
  const { t, count } = useI18n();
  const groups = () =>
    [
      {
        title: count("region.added", props.plan.added.length),
        schools: props.plan.added.map((each) => ({ ...each, before: "" })),
      },
      { title: count("region.renamed", props.plan.renamed.length), schools: props.plan.renamed },
    ].filter(({ schools }) => schools.length > 0);
  return (
    <>
      <For each={groups()}>
        {({ title, schools }) => (
          <section class="panel" aria-label={title}>
            <div class="panel-head">
              <h2>{title}</h2>
            </div>
            <ul class="row-list">
              <For each={schools.slice(0, mostShown)}>
                {({ uai, name, city, before }) => (
                  <li>
                    <div class="what">
                      <b>{name}</b>
                      <div class="quiet small">
                        {[city, uai, ...(before === "" ? [] : [t("region.was", { name: before })])].join(" · ")}
                      </div>
                    </div>
                  </li>
                )}
              </For>
            </ul>
            <Show when={schools.length > mostShown}>
              <p class="panel-body quiet">{count("region.more", schools.length - mostShown)}</p>
            </Show>
          </section>
        )}
      </For>
      <Show when={props.plan.present > 0}>
        <p class="quiet">{count("region.present", props.plan.present)}</p>
      </Show>
    </>
  );
}
