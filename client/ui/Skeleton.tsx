import { createSignal, Index, onCleanup, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";

/** Grey lines where words will be, shown only when the answer takes more than 300 ms. */
export function Skeleton(props: { lines?: number }) {
  const { t } = useI18n();
  const [isShown, setShown] = createSignal(false);
  const timer = setTimeout(() => setShown(true), 300);
  onCleanup(() => clearTimeout(timer));
  return (
    <div class="skeletons" aria-busy="true">
      <span class="sr-only">{t("frame.loading")}</span>
      <Show when={isShown()}>
        <Index each={Array.from({ length: props.lines ?? 3 })}>{() => <div class="skeleton" />}</Index>
      </Show>
    </div>
  );
}
