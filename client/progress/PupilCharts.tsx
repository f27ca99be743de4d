import { For, Show } from "solid-js";
import { mclmTargets } from "../../schemas/exercises.ts";
import type { Pupil } from "../../schemas/people.ts";
import type { ProgressTake, PupilProgress } from "../../schemas/progress.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Empty } from "../ui/Empty.tsx";
import { AlbumFigure } from "./AlbumFigure.tsx";
import { BarChart, LineChart, type Point } from "./Charts.tsx";
import { RubricTable } from "./RubricTable.tsx";

type Figure = "mclm" | "longPauses" | "melody";

const pointsOf = (takes: readonly ProgressTake[], figure: Figure): Point[] =>
  takes.flatMap((take) => {
    const value = take[figure];
    return value === null ? [] : [{ at: take.recordedAt, value }];
  });
const rounded = (point: Point | undefined) => Math.round(point?.value ?? 0);
const ends = (points: readonly Point[]) => ({ first: rounded(points[0]), last: rounded(points.at(-1)) });

/** A pupil's own curves over a period: reading against what their text's grade asks, silences, melody, rubrics, the album. */
export function PupilCharts(props: { pupil: Pupil; progress: PupilProgress; onChanged: () => void }) {
  const { t } = useI18n();
  const takes = () => props.progress.takes;
  const reading = () => pointsOf(takes(), "mclm");
  const pauses = () => pointsOf(takes(), "longPauses");
  const melody = () => pointsOf(takes(), "melody");
  return (
    <div class="figures">
      <Show
        when={takes().length > 0}
        fallback={
          <Empty level={3} title={t("progress.nothing")}>
            {t("progress.nothingHint")}
          </Empty>
        }
      >
        <Show when={reading().length > 0}>
          <ReadingFigure takes={takes()} points={reading()} />
        </Show>
        <Show when={pauses().length > 0}>
          <figure class="figure">
            <h3>{t("progress.pauses")}</h3>
            <p>{t("progress.pausesHint")}</p>
            <BarChart points={pauses()} label={t("progress.pausesFromTo", ends(pauses()))} />
          </figure>
        </Show>
        <Show when={melody().length > 0}>
          <figure class="figure">
            <h3>{t("progress.melody")}</h3>
            <p>{t("progress.melodyHint")}</p>
            <BarChart isRange points={melody()} label={t("progress.melodyFromTo", ends(melody()))} />
          </figure>
        </Show>
        <For each={props.progress.rubrics}>
          {(each) => <RubricTable {...each} takes={takes()} pupil={props.pupil} />}
        </For>
        <AlbumFigure {...props} />
      </Show>
    </div>
  );
}

function ReadingFigure(props: { takes: readonly ProgressTake[]; points: readonly Point[] }) {
  const { t } = useI18n();
  const grade = () => props.takes.findLast(({ mclm }) => mclm !== null)?.grade ?? undefined;
  const target = () => {
    const found = grade();
    return found === undefined ? undefined : mclmTargets[found];
  };
  return (
    <figure class="figure wide">
      <h3>{t("progress.reading")}</h3>
      <p>
        {t("progress.readingHint")}{" "}
        <Show when={target()}>
          {(asked) => t("progress.readingTarget", { grade: t(`progress.grade_${grade() ?? "cp"}`), target: asked() })}
        </Show>
      </p>
      <LineChart points={props.points} target={target()} label={t("progress.readingFromTo", ends(props.points))} />
    </figure>
  );
}
