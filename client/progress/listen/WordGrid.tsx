import { createMemo, For } from "solid-js";
import type { ReadingMarks } from "../../../schemas/reading.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { shownWords, type Mark, type ShownWord } from "./word-marks.ts";

/** The text word by word: a tap marks a word as chosen above, a double tap says that it was the last one read. */
export function WordGrid(props: {
  text: string;
  marks: ReadingMarks;
  mark: Mark;
  onMark: (mark: Mark) => void;
  onTap: (word: number, mark: Mark) => void;
}) {
  const { t } = useI18n();
  const words = createMemo(() => shownWords(props.text));
  const marks = createMemo(() => ({
    misread: new Set(props.marks.misread),
    corrected: new Set(props.marks.corrected),
  }));
  const choices = () => ({
    misread: t("progress.markMisread"),
    corrected: t("progress.markCorrected"),
    last: t("progress.markLast"),
  });
  const label = ({ word }: ShownWord, index: number) => {
    if (marks().misread.has(index)) return t("progress.wordMisread", { word });
    if (marks().corrected.has(index)) return t("progress.wordCorrected", { word });
    return index === props.marks.lastWord ? t("progress.wordLast", { word }) : word;
  };
  return (
    <div>
      <p class="quiet small">{t("progress.wordsHint")}</p>
      <Choice
        label={t("progress.mark")}
        chosen={props.mark}
        choices={choices()}
        onChoose={(mark) => props.onMark(mark)}
      />
      <div class="word-grid" role="group" aria-label={t("progress.words")}>
        <For each={words()}>
          {(each, index) => (
            <button
              type="button"
              classList={{
                misread: marks().misread.has(index()),
                corrected: marks().corrected.has(index()),
                unread: index() > props.marks.lastWord,
                last: index() === props.marks.lastWord,
                elided: /[’']$/.test(each.word + each.after),
              }}
              aria-label={label(each, index())}
              onClick={() => props.onTap(index(), props.mark)}
              onDblClick={() => props.onTap(index(), "last")}
            >
              {each.before}
              {each.word}
              {each.after}
            </button>
          )}
        </For>
      </div>
    </div>
  );
}
