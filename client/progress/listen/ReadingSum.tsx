import { Show } from "solid-js";
import { readingScore, type ReadingMarks } from "../../../schemas/reading.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";

/** What the marks come to, at once: words read correctly per minute, how many, how right, over which time. */
export function ReadingSum(props: {
  marks: ReadingMarks;
  isMarked: boolean;
  former: number | undefined;
  onStart: () => void;
  onEnd: () => void;
}) {
  const { t, formats } = useI18n();
  const score = () => readingScore(props.marks);
  const seconds = () => t("progress.secondsOf", { number: Math.round(score().seconds) });
  return (
    <aside class="reading-sum">
      <div aria-live="polite">
        <output class="big">{Math.round(score().mclm)}</output>
        <p class="quiet small">{t("progress.mclm")}</p>
      </div>
      <dl>
        <dt>{t("progress.wordsRead")}</dt>
        <dd>{score().wordsRead}</dd>
        <dt>{t("progress.wordsMisread")}</dt>
        <dd>{score().errors}</dd>
        <dt>{t("progress.wordsCorrected")}</dt>
        <dd>{score().corrections}</dd>
        <dt>{t("progress.accuracy")}</dt>
        <dd>{formats().percent(score().accuracy)}</dd>
        <dt>{t("progress.kept")}</dt>
        <dd>{seconds()}</dd>
      </dl>
      <Show when={props.former}>
        {(former) => <p class="small">{t("progress.lastTime", { number: Math.round(former()) })}</p>}
      </Show>
      <div class="row wrap">
        <Button onClick={() => props.onStart()}>{t("progress.startHere")}</Button>
        <Button onClick={() => props.onEnd()}>{t("progress.endHere")}</Button>
      </div>
    </aside>
  );
}
