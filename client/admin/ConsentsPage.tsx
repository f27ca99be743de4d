import { A } from "@solidjs/router";
import { createResource, For, Show } from "solid-js";
import { soonDays, type ClassConsents, type TouchedEpisode } from "../../schemas/consent-overview.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
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
            <Touched classes={found()} />
          </Show>
        )}
      </Loaded>
    </>
  );
}

function Counts(props: { classes: readonly ClassConsents[] }) {
  const { t } = useI18n();
  const staff = useStaff();
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
                  <A href="/classe" class="class-name" onClick={() => staff.choose(each.classroomId)}>
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

function Touched(props: { classes: readonly ClassConsents[] }) {
  const { t } = useI18n();
  const touched = () => props.classes.flatMap((each) => each.episodes.map((episode) => ({ name: each.name, episode })));
  return (
    <section class="panel class-rooms" aria-labelledby="touched-title">
      <div class="panel-head">
        <h2 id="touched-title">{t("consents.touched")}</h2>
      </div>
      <Show
        when={touched().length > 0}
        fallback={
          <Empty icon="leaf" level={3} title={t("consents.nothingTouched")}>
            {t("consents.nothingTouchedHint")}
          </Empty>
        }
      >
        <div class="scroll-x" tabindex="0" role="group" aria-labelledby="touched-title">
          <table class="table class-table">
            <thead>
              <tr>
                <th scope="col">{t("consents.episode")}</th>
                <th scope="col">{t("school.class")}</th>
                <th scope="col">{t("consents.why")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={touched()}>{({ name, episode }) => <TouchedRow classroom={name} episode={episode} />}</For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}

function TouchedRow(props: { classroom: string; episode: TouchedEpisode }) {
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
