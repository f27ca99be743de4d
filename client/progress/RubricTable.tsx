import { For } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import type { ProgressLevels, ProgressTake } from "../../schemas/progress.ts";
import type { Rubric } from "../../schemas/rubrics.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { LevelMark } from "./LevelMark.tsx";

const mostColumns = 4;

/** What was chosen in a rubric, from one exercise to the next: the latest at the end, by the teacher, by classmates and by the pupil. */
export function RubricTable(props: {
  rubric: Rubric;
  levels: readonly ProgressLevels[];
  takes: readonly ProgressTake[];
  pupil: Pupil;
}) {
  const { t, language } = useI18n();
  const day = (instant: string) =>
    new Intl.DateTimeFormat(language(), { day: "numeric", month: "short" }).format(new Date(instant));
  const columns = () => [...props.levels].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt)).slice(-mostColumns);
  const head = ({ recordedAt, pupilId }: ProgressLevels) => {
    if (pupilId === null) return t("progress.byYou", { day: day(recordedAt) });
    if (pupilId === props.pupil.id) return t("progress.bySelf", { day: day(recordedAt), name: props.pupil.firstName });
    return t("progress.byPeer", { day: day(recordedAt) });
  };
  return (
    <figure class="figure wide">
      <h3>{t("progress.rubricTitle", { title: props.rubric.title })}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={props.rubric.title}>
        <table class="rubric-table">
          <thead>
            <tr>
              <th scope="col">{t("progress.criterion")}</th>
              <For each={columns()}>{(column) => <th scope="col">{head(column)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.rubric.criteria}>
              {(criterion, index) => (
                <tr>
                  <th scope="row">{criterion.title}</th>
                  <For each={columns()}>
                    {(column) => (
                      <td>
                        <LevelMark criterion={criterion} level={column.levels[index()]} />
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </figure>
  );
}
