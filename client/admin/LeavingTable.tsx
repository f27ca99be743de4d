import { createSignal, For, Show } from "solid-js";
import { dayInParis } from "../../schemas/consent.ts";
import { daysAfter, noticeDays, type Leaving, type RetentionPlan } from "../../schemas/retention.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Empty } from "../ui/Empty.tsx";

const shownAtOnce = 20;
const words = { tracks: "goesTracks", recording: "goesRecording", episode: "goesEpisode" } as const;

/** What will go and when, of all classes or of one. */
export function LeavingTable(props: { plan: RetentionPlan }) {
  const { t, count, formats } = useI18n();
  const [classroomId, setClassroom] = createSignal("");
  const [shown, setShown] = createSignal(shownAtOnce);
  const listed = () => props.plan.leaving.filter((each) => classroomId() === "" || each.classroomId === classroomId());
  const freed = () => formats().room(listed().reduce((sum, { bytes }) => sum + bytes, 0));
  const left = () => Math.min(shownAtOnce, listed().length - shown());
  return (
    <section class="panel" aria-labelledby="leaving-title">
      <div class="panel-head leaving-head">
        <h2 id="leaving-title">{t("retention.leaving")}</h2>
        <Show when={props.plan.classes.length > 1}>
          <select
            class="input header-choice push"
            aria-label={t("retention.classroom")}
            onChange={(event) => setClassroom(event.currentTarget.value)}
          >
            <option value="">{t("retention.allClasses")}</option>
            <For each={props.plan.classes}>{(each) => <option value={each.classroomId}>{each.name}</option>}</For>
          </select>
        </Show>
      </div>
      <Show
        when={listed().length > 0}
        fallback={
          <Empty icon="leaf" level={3} title={t("retention.leavingNone")}>
            {t("retention.leavingNoneHint")}
          </Empty>
        }
      >
        <p class="leaving-sum">{count("retention.leavingCount", listed().length, { size: freed() })}</p>
        <div class="scroll-x" tabindex="0" role="group" aria-labelledby="leaving-title">
          <table class="table leaving-table">
            <thead>
              <tr>
                <th scope="col">{t("retention.day")}</th>
                <th scope="col">{t("retention.what")}</th>
                <th scope="col">{t("retention.show")}</th>
                <th scope="col" class="number">
                  {t("retention.size")}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={listed().slice(0, shown())}>{(each) => <LeavingRow leaving={each} />}</For>
            </tbody>
          </table>
        </div>
        <Show when={left() > 0}>
          <div class="panel-body">
            <Button isWide onClick={() => setShown(shown() + shownAtOnce)}>
              {count("retention.more", left())}
            </Button>
          </div>
        </Show>
      </Show>
    </section>
  );
}

function LeavingRow(props: { leaving: Leaving }) {
  const { t, formats } = useI18n();
  const isSoon = () => props.leaving.day <= daysAfter(dayInParis(Date.now()), noticeDays);
  return (
    <tr>
      <td class="leaving-day">
        {formats().date(props.leaving.day)}
        <Show when={isSoon()}>
          <Chip look="danger" icon="clock">
            {t("retention.soon")}
          </Chip>
        </Show>
      </td>
      <td class="leaving-what">{t(`retention.${words[props.leaving.what]}`)}</td>
      <td class="leaving-show">
        <b>{props.leaving.title}</b>
        <br />
        <span class="quiet small">{props.leaving.classroomName}</span>
      </td>
      <td class="number">{formats().room(props.leaving.bytes)}</td>
    </tr>
  );
}
