import { A } from "@solidjs/router";
import { createMemo, createResource, createSignal, onMount, Show } from "solid-js";
import type { PupilId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import type { ClassProgress, PupilLine } from "../../schemas/progress.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { saveText } from "../ui/save-text.ts";
import { ClassList } from "./ClassList.tsx";
import { sinceOf, type Period } from "./period.ts";
import { progressCsv } from "./progress-csv.ts";
import { PupilCard, type Tab } from "./PupilCard.tsx";
import "./progress.css";

/** How the pupils of a class speak and read, each compared with themself: the class at the left, one pupil beside it. */
export function ProgressPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [period, setPeriod] = createSignal<Period>("term");
  const since = () => sinceOf(period(), Date.now());
  const [found, { refetch }] = createResource(
    () => {
      const id = staff.classroom()?.id;
      return id === undefined ? undefined : ([id, since()] as const);
    },
    async ([id, from]) => {
      const [progress, { pupils }] = await Promise.all([api.progress.ofClass(id, from), api.classrooms.read(id)]);
      return { progress, pupils };
    },
  );
  onMount(() => (document.title = `${t("progress.title")} — Antenne`));
  return (
    <Loaded from={found} onRetry={() => void refetch()} lines={6} title={t("progress.title")}>
      {(here) => (
        <Inside {...here()} since={since()} period={period()} onPeriod={setPeriod} onChanged={() => void refetch()} />
      )}
    </Loaded>
  );
}

type InsideProps = {
  progress: ClassProgress;
  pupils: readonly Pupil[];
  since: string;
  period: Period;
  onPeriod: (period: Period) => void;
  onChanged: () => void;
};
type Filter = (line: PupilLine) => boolean;

const filters = {
  toHear: ({ toHear }) => toHear > 0,
  notHeard: ({ attentions }) => attentions.includes("notHeard"),
  reading: ({ attentions }) => attentions.includes("reading"),
} as const satisfies Record<string, Filter>;

function Inside(props: InsideProps) {
  const { t } = useI18n();
  const [filter, setFilter] = createSignal<keyof typeof filters>();
  const [chosen, setChosen] = createSignal<PupilId>();
  const [tab, setTab] = createSignal<Tab>("progress");
  const lines = createMemo(() =>
    props.progress.pupils.flatMap((line) => {
      const pupil = props.pupils.find(({ id }) => id === line.pupilId);
      return pupil === undefined ? [] : [{ pupil, line }];
    }),
  );
  const shown = () => {
    const name = filter();
    return name === undefined ? lines() : lines().filter(({ line }) => filters[name](line));
  };
  const choose = (name: keyof typeof filters) => {
    setFilter(filter() === name ? undefined : name);
    const first = shown()[0];
    if (first === undefined) return;
    setChosen(first.pupil.id);
    if (name === "toHear") setTab("listen");
  };
  /** The next pupil of whom something is to be heard, after this one and then from the beginning. */
  const next = () => {
    const at = lines().findIndex(({ pupil }) => pupil.id === chosen());
    const order = [...lines().slice(at + 1), ...lines().slice(0, Math.max(0, at))];
    const found = order.find(({ line }) => line.toHear > 0);
    if (found !== undefined) setChosen(found.pupil.id);
  };
  const card = () => lines().find(({ pupil }) => pupil.id === chosen());
  const save = () => saveText(`${t("progress.title")}.csv`, "text/csv", progressCsv(t, props.progress, props.pupils));
  const periods = () => ({ month: t("progress.month"), term: t("progress.term"), year: t("progress.year") });
  return (
    <>
      <PageHead title={t("progress.title")} hint={t("progress.hint")}>
        <Choice
          label={<span class="sr-only">{t("progress.period")}</span>}
          chosen={props.period}
          choices={periods()}
          onChoose={(period) => props.onPeriod(period)}
        />
        <A class="btn" href="/suivi/etalonnage">
          <Icon name="ear" />
          {t("calibration.link")}
        </A>
        <Button icon="download" onClick={save}>
          {t("progress.saveCsv")}
        </Button>
      </PageHead>
      <Attentions lines={props.progress.pupils} toHear={props.progress.toHear} chosen={filter()} onChoose={choose} />
      <Show when={lines().length > 0} fallback={<Empty title={t("progress.nobody")}>{t("progress.nobodyHint")}</Empty>}>
        <div class="progress-page">
          <ClassList progress={props.progress} shown={shown()} chosen={chosen()} onChoose={setChosen} />
          <Show
            when={card()}
            fallback={
              <section class="panel pupil-card">
                <Empty title={t("progress.choose")}>{t("progress.chooseHint")}</Empty>
              </section>
            }
          >
            {(here) => (
              <PupilCard
                {...here()}
                pupils={props.pupils}
                since={props.since}
                tab={tab()}
                onTab={setTab}
                onNext={next}
                onChanged={() => props.onChanged()}
              />
            )}
          </Show>
        </div>
      </Show>
    </>
  );
}

function Attentions(props: {
  lines: readonly PupilLine[];
  toHear: number;
  chosen: keyof typeof filters | undefined;
  onChoose: (name: keyof typeof filters) => void;
}) {
  const { count } = useI18n();
  const silent = () => props.lines.filter(filters.notHeard).length;
  const reading = () => props.lines.filter(filters.reading).length;
  const press = (name: keyof typeof filters) => ({
    "aria-pressed": props.chosen === name,
    onClick: () => props.onChoose(name),
  });
  return (
    <div class="attentions">
      <Show when={props.toHear > 0}>
        <Button icon="headphones" {...press("toHear")}>
          {count("progress.toHear", props.toHear)}
        </Button>
      </Show>
      <Show when={silent() > 0}>
        <Button icon="microphone" {...press("notHeard")}>
          {count("progress.notHeardYet", silent())}
        </Button>
      </Show>
      <Show when={reading() > 0}>
        <Button icon="hand" {...press("reading")}>
          {count("progress.needHelp", reading())}
        </Button>
      </Show>
    </div>
  );
}
