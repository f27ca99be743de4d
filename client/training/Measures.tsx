import { Show } from "solid-js";
import type { Exercise } from "../../schemas/exercises.ts";
import type { TakeFigures } from "../../schemas/takes.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { judgeMelody, judgePace, judgePauses, longestPause } from "./judge-figures.ts";
import { MeasureCard } from "./MeasureCard.tsx";
import { Hare, Snail } from "./Racers.tsx";

type MeasuresProps = { exercise: Exercise; figures: TakeFigures; before: TakeFigures | undefined };

/** Pace, silences and melody in a child's words. */
export function Measures(props: MeasuresProps) {
  const { t, count, formats } = useI18n();
  const pace = () => judgePace(props.figures.syllableRate, props.exercise.pace);
  const pauses = () => judgePauses(props.figures);
  const melody = () => props.figures.pitch && judgeMelody(props.figures.pitch.deviationSemitones);
  const before = () => props.before;
  const formerMelody = () => {
    const pitch = before()?.pitch;
    return pitch == null ? undefined : judgeMelody(pitch.deviationSemitones).at;
  };
  const silences = () => {
    const longest = formats().decimal(longestPause(props.figures));
    const { length } = props.figures.pauses;
    return length === 0 ? t("training.noPause") : count("training.pausesText", length, { longest });
  };
  return (
    <>
      <section class="measures">
        <MeasureCard
          title={t("training.pace")}
          icon="signal"
          word={t(`training.pace_${pace().word}`)}
          judged={pace()}
          before={before() && judgePace(before()!.syllableRate, props.exercise.pace).at}
          ends={[
            <>
              <Snail /> {t("training.slow")}
            </>,
            <>
              {t("training.fast")} <Hare />
            </>,
          ]}
        >
          {t("training.paceText", { rate: formats().decimal(props.figures.syllableRate) })}
        </MeasureCard>
        <MeasureCard
          title={t("training.pauses")}
          icon="pause"
          word={t(`training.pauses_${pauses().word}`)}
          judged={pauses()}
          before={before() && judgePauses(before()!).at}
          ends={[t("training.noneOf"), t("training.manyOf")]}
        >
          {silences()}
        </MeasureCard>
        <Show when={melody()}>
          {(judged) => (
            <MeasureCard
              title={t("training.melody")}
              icon="note"
              word={t(`training.melody_${judged().word}`)}
              judged={judged()}
              before={formerMelody()}
              ends={[t("training.flat"), t("training.veryLively")]}
            >
              {t(`training.melodyText_${judged().word}`)}
            </MeasureCard>
          )}
        </Show>
      </section>
      <p class="legend-line">
        <span>
          <i class="is-now" />
          {t("training.today")}
        </span>
        <Show when={before()}>
          <span>
            <i class="is-before" />
            {t("training.lastTime")}
          </span>
        </Show>
        <span>
          <i class="is-easy" />
          {t("training.easy")}
        </span>
      </p>
    </>
  );
}
