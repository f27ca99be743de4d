import { For, Show } from "solid-js";
import type { Criterion } from "../../schemas/rubrics.ts";
import { useI18n } from "../i18n/I18n.tsx";

/** A level of a criterion as bars of growing height, with its words. */
export function LevelMark(props: { criterion: Criterion; level: number | null | undefined }) {
  const { t } = useI18n();
  return (
    <Show when={props.level} fallback={<span class="quiet">{t("progress.noLevel")}</span>}>
      {(level) => (
        <span class="level-mark">
          <span class="level-bars" aria-hidden="true">
            <For each={props.criterion.levels}>{(_, index) => <i classList={{ on: index() < level() }} />}</For>
          </span>
          <span>{props.criterion.levels[level() - 1]}</span>
        </span>
      )}
    </Show>
  );
}
