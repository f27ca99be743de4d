import { A } from "@solidjs/router";
import { createResource, createUniqueId, For, Show, type JSX } from "solid-js";
import { soonDays, type ClassConsents, type TouchedEpisode, type TouchedShow } from "../../schemas/consent-overview.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { toClass } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { saveText } from "../ui/save-text.ts";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { consentColumns, consentsCsv, pupilsIn } from "./consents-csv.ts";
import "./class-rooms.css";
import "./classes.css";

/** How far the voices of each class may go, what ends soon and which episodes that touches; in numbers, to be taken along. */
export function ConsentsPage() {
  const { t } = useI18n();
  const [classes, { refetch }] = createResource(() => api.school.readConsents());
  const save = (found: readonly ClassConsents[]) =>
    saveText(`autorisations-${new Date().toISOString().slice(0, 10)}.csv`, "text/csv", consentsCsv(t, found));
  return (
    <>
      <SchoolHead title={t("consents.title")} hint={t("consents.hint", { days: soonDays })}>
        <Show when={classes.latest}>
          {(found) => (
            <Button icon="download" onClick={() => save(found())}>
              {t("consents.export")}
            </Button>
          )}
        </Show>
      </SchoolHead>
      <Loaded from={classes} onRetry={() => void refetch()} lines={5}>
        {(found) => (
          <Show
            when={found().length > 0}
            fallback={
              <Empty title={t("school.noClass")} icon="school">
                {t("school.noClassHint")}
              </Empty>
            }
          >
            <Counts classes={found()} />
            <TouchedShows classes={found()} />
            <TouchedEpisodes classes={found()} />
          </Show>
        )}
      </Loaded>
    </>
  );
}

function Counts(props: { classes: readonly ClassConsents[] }) {
  const { t } = useI18n();
  return (
    <section class="panel scroll-x" aria-label={t("consents.title")} tabIndex={0}>
      <table class="table class-table">
        <thead>
          <tr>
            <th scope="col">{t("school.class")}</th>
            <th scope="col" class="number">
              {t("school.pupils")}
            </th>
            <For each={consentColumns}>
              {(column) => (
                <th scope="col" class="number">
                  {t(`consents.${column}`)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.classes}>
            {(each) => (
              <tr>
                <td>
                  <A href="/classe" class="class-name" state={toClass(each.classroomId)}>
                    {each.name}
                  </A>
                </td>
                <td class="number">{pupilsIn(each)}</td>
                <For each={consentColumns}>
                  {(column) => <td class={each[column] === 0 ? "number quiet" : "number"}>{each[column]}</td>}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function TouchedEpisodes(props: { classes: readonly ClassConsents[] }) {
  const { t } = useI18n();
  const touched = () => props.classes.flatMap((each) => each.episodes.map((episode) => ({ name: each.name, episode })));
  return (
    <Touched
      title={t("consents.touched")}
      nothing={[t("consents.nothingTouched"), t("consents.nothingTouchedHint")]}
      heads={[t("consents.episode"), t("school.class"), t("consents.why")]}
      isAny={touched().length > 0}
    >
      <For each={touched()}>{({ name, episode }) => <EpisodeRow classroom={name} episode={episode} />}</For>
    </Touched>
  );
}

function TouchedShows(props: { classes: readonly ClassConsents[] }) {
  const { t } = useI18n();
  const touched = () => props.classes.flatMap((each) => each.shows.map((show) => ({ each, show })));
  return (
    <Touched
      title={t("consents.touchedShows")}
      nothing={[t("consents.noShowTouched"), t("consents.noShowTouchedHint")]}
      heads={[t("consents.show"), t("school.class"), t("consents.why")]}
      isAny={touched().length > 0}
    >
      <For each={touched()}>{({ each, show }) => <ShowRow classroom={each} show={show} />}</For>
    </Touched>
  );
}

type TouchedProps = {
  title: string;
  /** What is said where there is none, and what that means. */
  nothing: readonly [string, string];
  heads: readonly string[];
  isAny: boolean;
  children: JSX.Element;
};

function Touched(props: TouchedProps) {
  const id = createUniqueId();
  return (
    <section class="panel class-rooms" aria-labelledby={id}>
      <div class="panel-head">
        <h2 id={id}>{props.title}</h2>
      </div>
      <Show
        when={props.isAny}
        fallback={
          <Empty icon="leaf" level={3} title={props.nothing[0]}>
            {props.nothing[1]}
          </Empty>
        }
      >
        <div class="scroll-x" tabindex="0" role="group" aria-labelledby={id}>
          <table class="table class-table">
            <thead>
              <tr>
                <For each={props.heads}>{(head) => <th scope="col">{head}</th>}</For>
              </tr>
            </thead>
            <tbody>{props.children}</tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}

function ShowRow(props: { classroom: ClassConsents; show: TouchedShow }) {
  const { t, count, formats } = useI18n();
  const when = () => (props.show.scheduledAt === null ? t("consents.undated") : formats().date(props.show.scheduledAt));
  return (
    <tr>
      <td>
        <A href={`/emissions/${props.show.showId}/conducteur`} state={toClass(props.classroom.classroomId)}>
          {props.show.title}
        </A>{" "}
        <span class="quiet">{when()}</span>
      </td>
      <td>{props.classroom.name}</td>
      <td>
        <Show when={props.show.tooNarrow > 0}>
          <div>{count("consents.narrowVoices", props.show.tooNarrow)}</div>
        </Show>
        <Show when={props.show.ending > 0}>
          <div>
            {count("consents.endingBefore", props.show.ending, { day: formats().date(props.show.endsOn ?? "") })}
          </div>
        </Show>
      </td>
    </tr>
  );
}

function EpisodeRow(props: { classroom: string; episode: TouchedEpisode }) {
  const { t, count, formats } = useI18n();
  const ending = () =>
    count("consents.endingVoices", props.episode.ending, { day: formats().date(props.episode.endsOn ?? "") });
  return (
    <tr>
      <td>
        <Show when={props.episode.showId} fallback={props.episode.title}>
          {(id) => <A href={`/emissions/${id()}`}>{props.episode.title}</A>}
        </Show>{" "}
        <Show when={props.episode.isPublished}>
          <Chip look="ready">{t("consents.published")}</Chip>
        </Show>
      </td>
      <td>{props.classroom}</td>
      <td>
        <Show when={props.episode.tooNarrow > 0}>
          <div>{count("consents.narrowVoices", props.episode.tooNarrow)}</div>
        </Show>
        <Show when={props.episode.ending > 0}>
          <div>{ending()}</div>
        </Show>
      </td>
    </tr>
  );
}
