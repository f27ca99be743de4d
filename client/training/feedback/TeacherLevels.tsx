import { For, Show } from "solid-js";
import type { Criterion } from "../../../schemas/rubrics.ts";
import type { SelfAssessment } from "../../../schemas/takes.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { levelWords, ownQuestion } from "../level-words.ts";
import { chosenLevels, type Feedback } from "./read-feedback.ts";

const ownLevels = [1, 2, 3, 4] as const;

/** What the teacher heard, in words and beside what the pupil thought; no number, and nobody else. */
export function TeacherLevels(props: { feedback: Feedback; own: SelfAssessment | null }) {
  const { t } = useI18n();
  const chosen = () => chosenLevels(props.feedback);
  return (
    <Show when={chosen().length > 0}>
      <section aria-label={t("feedback.levels")}>
        <h3>{t("feedback.levels")}</h3>
        <p class="quiet small">{t("feedback.levelsHint")}</p>
        <ul class="said">
          <For each={chosen()}>{(each) => <LevelRow {...each} own={props.own} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function LevelRow(props: { criterion: Criterion; level: number; own: SelfAssessment | null }) {
  const { t } = useI18n();
  const words = () => levelWords(t, props.criterion)[props.level - 1];
  const ownLevel = () => {
    const { ownAnswer } = props.criterion;
    const level = ownAnswer === null ? undefined : props.own?.[ownAnswer];
    return ownLevels.find((each) => each === level);
  };
  return (
    <li class="level-row">
      <b>{ownQuestion(t, props.criterion)}</b>
      <dl>
        <div>
          <dt>{t("feedback.teacher")}</dt>
          <dd>
            <b>{words()?.word}</b>
            <Show when={words()?.heard}>{(heard) => <span>{heard()}</span>}</Show>
          </dd>
        </div>
        <Show when={ownLevel()}>
          {(level) => (
            <div>
              <dt>{t("feedback.you")}</dt>
              <dd>
                <b>{t(`training.level_${level()}`)}</b>
              </dd>
            </div>
          )}
        </Show>
      </dl>
    </li>
  );
}
