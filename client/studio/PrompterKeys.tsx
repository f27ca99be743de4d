import { useI18n } from "../i18n/I18n.tsx";
import { changeComfort, comfort } from "../ui/comfort.ts";
import { Icon } from "../ui/Icon.tsx";
import { paces, sizes } from "./prompter-settings.ts";

/** Letters smaller, larger, and spaced for those whom letters crowd. */
export function SizeKeys(props: { sizePx: number; onSize: (sizePx: number) => void }) {
  const { t } = useI18n();
  const isEasy = () => comfort().reading === "easy";
  return (
    <span class="segments" role="group" aria-label={t("rundown.textSize")}>
      <button
        type="button"
        aria-label={t("rundown.smaller")}
        disabled={props.sizePx <= sizes.least}
        onClick={() => {
          props.onSize(props.sizePx - sizes.step);
        }}
      >
        A−
      </button>
      <button
        type="button"
        aria-label={t("rundown.larger")}
        disabled={props.sizePx >= sizes.most}
        onClick={() => {
          props.onSize(props.sizePx + sizes.step);
        }}
      >
        A+
      </button>
      <button
        type="button"
        aria-pressed={isEasy()}
        onClick={() => {
          changeComfort({ reading: isEasy() ? "normal" : "easy" });
        }}
      >
        {t("rundown.easy")}
      </button>
    </span>
  );
}

/** How fast the text goes by, told in words a minute. */
export function PaceKeys(props: { wordsPerMinute: number; onPace: (wordsPerMinute: number) => void }) {
  const { t } = useI18n();
  return (
    <span class="pace" role="group" aria-label={t("rundown.speed")}>
      <button
        type="button"
        class="btn square"
        aria-label={t("rundown.slower")}
        disabled={props.wordsPerMinute <= paces.least}
        onClick={() => {
          props.onPace(props.wordsPerMinute - paces.step);
        }}
      >
        −
      </button>
      <span role="status">{t("rundown.speedWords", { count: props.wordsPerMinute })}</span>
      <button
        type="button"
        class="btn square"
        aria-label={t("rundown.faster")}
        disabled={props.wordsPerMinute >= paces.most}
        onClick={() => {
          props.onPace(props.wordsPerMinute + paces.step);
        }}
      >
        +
      </button>
    </span>
  );
}

/** To the phrase before, and to the next. */
export function PhraseKeys(props: { at: number; count: number; onStep: (direction: -1 | 1) => void }) {
  const { t } = useI18n();
  return (
    <span class="phrases" role="group" aria-label={t("rundown.phrases")}>
      <button
        type="button"
        class="btn tall"
        aria-disabled={props.at === 0 ? "true" : undefined}
        onClick={() => {
          props.onStep(-1);
        }}
      >
        <Icon name="up" />
        <span>{t("rundown.phraseBefore")}</span>
      </button>
      <button
        type="button"
        class="btn tall"
        aria-disabled={props.at >= props.count - 1 ? "true" : undefined}
        onClick={() => {
          props.onStep(1);
        }}
      >
        <Icon name="down" />
        <span>{t("rundown.phraseNext")}</span>
      </button>
    </span>
  );
}
