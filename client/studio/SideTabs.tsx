import { For, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/icon-shapes.ts";
import type { SideTab } from "./desk.ts";

// Five names do not fit in the column: these three show their picture.
const pictured: Partial<Record<SideTab, IconName>> = { entry: "qr", sound: "settings", voice: "microphone" };

/** Tabs: arrows move, the choice follows the focus. A dot says that a tab has something to say: a microphone's fault, a raised hand; a number, how many wait there. */
export function SideTabs(props: {
  tabs: readonly SideTab[];
  names: Record<SideTab, string>;
  shown: SideTab;
  news: Readonly<Partial<Record<SideTab, boolean>>>;
  counts: Readonly<Partial<Record<SideTab, number>>>;
  onShow: (tab: SideTab) => void;
}) {
  const { t, count } = useI18n();
  const countOf = (tab: SideTab) => props.counts[tab] ?? 0;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = step === undefined ? undefined : props.tabs[props.tabs.indexOf(props.shown) + step];
    if (next === undefined) return;
    props.onShow(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" onKeyDown={move}>
      <For each={props.tabs}>
        {(tab) => (
          <button
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-controls="desk-tab"
            aria-selected={tab === props.shown}
            title={pictured[tab] && props.names[tab]}
            tabindex={tab === props.shown ? 0 : -1}
            onClick={() => {
              props.onShow(tab);
            }}
          >
            <Show when={pictured[tab]} fallback={props.names[tab]}>
              {(picture) => (
                <>
                  <Icon name={picture()} />
                  <span class="sr-only">{props.names[tab]}</span>
                </>
              )}
            </Show>
            <Show when={props.news[tab] === true || countOf(tab) > 0}>
              <span class="news" classList={{ counted: countOf(tab) > 0 }}>
                <Show when={countOf(tab) > 0}>
                  <span aria-hidden="true">{countOf(tab)}</span>
                  <span class="sr-only">{count("floor.waitingHere", countOf(tab))}</span>
                </Show>
                <Show when={props.news[tab]}>
                  <span class="sr-only">{t("studio.needsAttention")}</span>
                </Show>
              </span>
            </Show>
          </button>
        )}
      </For>
    </div>
  );
}
