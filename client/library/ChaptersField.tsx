import { Index, Show } from "solid-js";
import { formatClock } from "../i18n/formats.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { ChapterLine } from "./chapter-lines.ts";

type ChaptersFieldProps = {
  lines: readonly ChapterLine[];
  onLines: (lines: readonly ChapterLine[]) => void;
  position: (() => number) | undefined;
  isBad: boolean;
};

/** The chapters of an episode, a line each. */
export function ChaptersField(props: ChaptersFieldProps) {
  const { t } = useI18n();
  const change = (index: number, part: Partial<ChapterLine>) =>
    props.onLines(props.lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const add = (clock: string) => props.onLines([...props.lines, { clock, title: "" }]);
  return (
    <fieldset class="stack chapters-field" aria-describedby="chapters-hint">
      <legend class="legend">{t("library.chapters")}</legend>
      <span class="hint small quiet" id="chapters-hint">
        {t("library.chaptersHint")}
      </span>
      <Index each={props.lines}>
        {(line, index) => (
          <div class="row tight">
            <input
              class="input clock"
              aria-label={t("library.chapterTime", { number: index + 1 })}
              placeholder="0:00"
              value={line().clock}
              onInput={(event) => change(index, { clock: event.currentTarget.value })}
            />
            <input
              class="input"
              aria-label={t("library.chapterTitle", { number: index + 1 })}
              maxlength={120}
              value={line().title}
              onInput={(event) => change(index, { title: event.currentTarget.value })}
            />
            <Button
              look="bare"
              size="square"
              icon="close"
              aria-label={t("library.chapterRemove", { number: index + 1 })}
              onClick={() => props.onLines(props.lines.filter((_, at) => at !== index))}
            />
          </div>
        )}
      </Index>
      <Show when={props.isBad}>
        <span class="field-error" role="alert">
          <Icon name="octagon" />
          <span>{t("library.chapterBad")}</span>
        </span>
      </Show>
      <div class="row wrap">
        <Button icon="plus" onClick={() => add("")}>
          {t("library.chapterAdd")}
        </Button>
        <Show when={props.position}>
          {(position) => (
            <Button look="bare" icon="clock" onClick={() => add(formatClock(position()()))}>
              {t("library.chapterHere")}
            </Button>
          )}
        </Show>
      </div>
    </fieldset>
  );
}
