import { createEffect, For, onCleanup, Show } from "solid-js";
import type { Strip } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { VoiceBadge } from "./VoiceBadge.tsx";

/** The yellow 3-2-1 over the whole screen, the same on every device. Only the desk can stop it. */
export function CountdownVeil(props: { secondsLeft: number; open: readonly Strip[]; onCancel?: () => void }) {
  const { t } = useI18n();
  let veil!: HTMLDivElement;
  let stop: HTMLButtonElement | undefined;
  const before = document.activeElement;
  createEffect(() => {
    (stop ?? veil).focus();
  });
  onCleanup(() => {
    if (before instanceof HTMLElement)
      queueMicrotask(() => {
        before.focus();
      });
  });
  return (
    <div
      ref={veil}
      class="countdown"
      role="alertdialog"
      aria-modal="true"
      aria-label={t("studio.onAirIn")}
      tabindex="-1"
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onCancel?.();
        // Nothing but the key to stop may be reached while the veil is down.
        if (event.key === "Tab") event.preventDefault();
      }}
    >
      <p class="title">{t("studio.onAirIn")}</p>
      <div class="digit" aria-hidden="true">
        {Math.min(3, Math.max(1, props.secondsLeft))}
      </div>
      <Show when={props.open.length > 0} fallback={<p>{t("studio.noOpenMicrophone")}</p>}>
        <ul>
          <For each={props.open}>
            {(strip) => (
              <li>
                <VoiceBadge strip={strip} />
                {strip.name}
              </li>
            )}
          </For>
        </ul>
        <p>{t("studio.heardAtZero")}</p>
      </Show>
      <Show when={props.onCancel}>
        {(cancel) => (
          <button
            type="button"
            ref={(element) => (stop = element)}
            class="btn giant"
            onClick={() => {
              cancel()();
            }}
          >
            {t("frame.cancel")}
          </button>
        )}
      </Show>
    </div>
  );
}
