import { createMemo, Match, Show, Switch } from "solid-js";
import type { Strip } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createTicker } from "./create-ticker.ts";
import type { Desk } from "./desk.ts";

const bars = { good: 4, fair: 2, poor: 1, lost: 0 } as const;

// Whoever is away longer than this is not on the way back any more.
const comesBackWithinSeconds = 120;

const faults: readonly Strip["microphone"][] = ["blocked", "missing", "busy", "unsupported"];

/** How a participant is there, in two or three words: the way back, the microphone's fault, or the connection. */
export function LinkWords(props: { strip: Strip; desk: Pick<Desk, "studio">; isLong?: boolean }) {
  const { t, formats } = useI18n();
  const isAway = createMemo(() => props.strip.awaySince !== null);
  const lostSeconds = createTicker(props.desk.studio.signalling.clock, () => props.strip.awaySince ?? undefined);
  const isFaulty = () => faults.includes(props.strip.microphone);
  const isBack = () => lostSeconds() < comesBackWithinSeconds;
  return (
    <div class="place" classList={{ faulty: isFaulty() && !isAway() }}>
      <Switch
        fallback={
          <>
            <span class="signal-bars" data-n={bars[props.strip.link.quality]} aria-hidden="true">
              <i />
              <i />
              <i />
              <i />
            </span>
            <span>
              <span class={props.isLong ? "" : "sr-only"}>{t("studio.network")} </span>
              {t(`studio.link_${props.strip.link.quality}`)}
            </span>
          </>
        }
      >
        <Match when={isAway()}>
          <Show when={isBack()} fallback={t("studio.away")}>
            {t("studio.comingBack", { time: formats().clock(Math.max(0, lostSeconds())) })}
          </Show>
        </Match>
        <Match when={isFaulty()}>{t(`studio.microphone_${props.strip.microphone}`)}</Match>
        <Match when={props.strip.microphone !== "open"}>{t(`studio.microphone_${props.strip.microphone}`)}</Match>
      </Switch>
    </div>
  );
}
