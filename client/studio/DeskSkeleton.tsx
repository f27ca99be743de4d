import { createSignal, Index, onCleanup, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";

const waitMs = 300;

/** The desk's shape while it is being entered; drawn only when that takes longer than 300 ms. */
export function DeskSkeleton() {
  const { t } = useI18n();
  const [isShown, setIsShown] = createSignal(false);
  const timer = setTimeout(() => setIsShown(true), waitMs);
  onCleanup(() => {
    clearTimeout(timer);
  });
  return (
    <main class="desk" aria-busy="true">
      <h1 class="sr-only">{t("studio.deskTitle")}</h1>
      <p class="sr-only" role="status">
        {t("frame.loading")}
      </p>
      <Show when={isShown()}>
        <div class="band">
          <div class="skeleton" />
        </div>
        <div class="plan">
          <div class="panel column left" />
          <div class="console">
            <div class="strips">
              <Index each={Array.from({ length: 6 })}>{() => <div class="strip skeleton" />}</Index>
            </div>
          </div>
        </div>
      </Show>
    </main>
  );
}
