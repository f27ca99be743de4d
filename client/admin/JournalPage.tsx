import { createResource, createSignal, For, Show } from "solid-js";
import type { JournalLine, JournalPage as Page } from "../../schemas/journal.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { everything, JournalFilters, queryOf, type Chosen } from "./JournalFilters.tsx";
import { journalCsv } from "./journal-csv.ts";
import { actDetail, actSentence } from "./journal-words.ts";
import { saveText } from "../ui/save-text.ts";
import "./journal.css";

/** All pages of a choice, one after the other. */
async function readAll(chosen: Chosen): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const page = await api.journal.read({ ...queryOf(chosen), ...(before !== undefined && { before }) });
    lines.push(...page.lines);
    before = page.next;
  }
  return lines;
}

/** What was done in the school, by whom and when: an admin chooses, reads, and takes it along. */
export function JournalPage() {
  const { t, count } = useI18n();
  const staff = useStaff();
  const say = useToasts();
  const [chosen, setChosen] = createSignal(everything);
  const [choices] = createResource(async () => Promise.all([api.staff.list(), api.school.listClassrooms()]));
  const [page, { mutate, refetch }] = createResource(chosen, (wanted) => api.journal.read(queryOf(wanted)));
  const older = createAttempt(async ({ lines, next }: Page) => {
    const more = await api.journal.read({ ...queryOf(chosen()), before: next! });
    mutate({ lines: [...lines, ...more.lines], next: more.next });
  });
  const exporting = createAttempt(async () => {
    const lines = await readAll(chosen());
    saveText(`journal-${new Date().toISOString().slice(0, 10)}.csv`, "text/csv", journalCsv(t, lines));
    say(count("journal.exported", lines.length));
  });
  return (
    <>
      <SchoolHead title={t("journal.title")} hint={t("journal.hint", { school: staff.school.name })}>
        <Button icon="download" isBusy={exporting.isBusy()} onClick={() => void exporting.attempt()}>
          {t("journal.export")}
        </Button>
      </SchoolHead>
      <Show when={exporting.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <JournalFilters
        chosen={chosen()}
        staff={choices.latest?.[0] ?? []}
        classrooms={choices.latest?.[1] ?? []}
        onChoose={setChosen}
      />
      <Loaded from={page} onRetry={() => void refetch()} lines={6}>
        {(found) => <Lines page={found()} isChosen={chosen() !== everything} />}
      </Loaded>
      <Show when={page.latest?.next !== undefined && page.latest.next !== null && page.latest}>
        {(found) => (
          <Button isWide isBusy={older.isBusy()} onClick={() => void older.attempt(found())}>
            {t("journal.more")}
          </Button>
        )}
      </Show>
      <Show when={older.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </>
  );
}

function Lines(props: { page: Page; isChosen: boolean }) {
  const { t } = useI18n();
  const nothing = () => (
    <Empty icon="pencil" level={2} title={t(props.isChosen ? "journal.none" : "journal.empty")}>
      {t(props.isChosen ? "journal.noneHint" : "journal.emptyHint")}
    </Empty>
  );
  return (
    <section class="panel" aria-label={t("journal.title")}>
      <Show when={props.page.lines.length > 0} fallback={nothing()}>
        <table class="table journal-table">
          <thead>
            <tr>
              <th scope="col">{t("journal.when")}</th>
              <th scope="col">{t("journal.what")}</th>
              <th scope="col">{t("journal.classroom")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.page.lines}>{(line) => <Line line={line} />}</For>
          </tbody>
        </table>
      </Show>
    </section>
  );
}

function Line(props: { line: JournalLine }) {
  const { t, formats } = useI18n();
  const detail = () => actDetail(t, props.line);
  return (
    <tr>
      <td class="journal-when">
        <time dateTime={props.line.at}>
          {formats().date(props.line.at)}
          <span class="quiet">{formats().time(props.line.at)}</span>
        </time>
      </td>
      <td class="journal-what">
        {actSentence(t, props.line)}
        <Show when={detail() !== ""}>
          <span class="quiet small">{detail()}</span>
        </Show>
      </td>
      <td class="journal-class">{props.line.classroomName}</td>
    </tr>
  );
}
