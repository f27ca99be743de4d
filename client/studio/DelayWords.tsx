import { createMemo, Match, Show, Switch } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Delay } from "./create-delay.ts";
import { createTicker } from "./create-ticker.ts";
import type { Desk } from "./desk.ts";
import { HoldKey } from "./HoldKey.tsx";

type WordsProps = { snapshot: StudioSnapshot; desk: Desk; delay: Delay; onSettings: () => void };

/** The line above the delay: what it holds, what was removed of it and when, and how long listeners still hear. */
export function DelayWords(props: WordsProps) {
  const { t, count, formats } = useI18n();
  const delaySeconds = () => props.snapshot.air.delaySeconds;
  const silentAt = () => {
    const now = props.snapshot.transmission;
    return now.state === "ending" ? now.silentAt : undefined;
  };
  const untilSilent = createTicker(props.desk.studio.signalling.clock, silentAt);
  return (
    <div class="delay-words">
      <Switch
        fallback={
          <>
            <b>{t("live.delayReady")}</b>
            <span>
              {t(delaySeconds() === 0 ? "live.noDelayText" : "live.delayReadyText", { count: delaySeconds() })}
            </span>
          </>
        }
      >
        <Match when={silentAt()}>
          <b>{count("live.stillHeard", Math.max(0, -untilSilent()))}</b>
          <span>{t("live.stillHeardText")}</span>
        </Match>
        <Match when={props.delay.freshCut()}>
          {(cut) => (
            <>
              <b>{count("live.removedAt", Math.round(cut().seconds), { time: formats().time(cut().at) })}</b>
              <span>{t("live.nobodyHeard")}</span>
            </>
          )}
        </Match>
        <Match when={props.delay.isRunning() && delaySeconds() === 0}>
          <b>{t("live.noDelay")}</b>
          <span>{t("live.noDelayText")}</span>
        </Match>
        <Match when={props.delay.isRunning()}>
          <b>{t("live.delayOf", { count: delaySeconds() })}</b>
          <span>{t("live.notHeardYet")}</span>
        </Match>
      </Switch>
      <WordKeys {...props} />
    </div>
  );
}

/** To the right of the words: close the loudest microphone, set the delay, stop at once. */
function WordKeys(props: WordsProps) {
  const { t } = useI18n();
  const loudest = createMemo(() => {
    const id = props.delay.freshCut()?.loudest;
    return props.snapshot.strips.find((strip) => strip.id === id && strip.isOpen);
  });
  return (
    <div class="delay-keys">
      <Show when={loudest()}>
        {(strip) => (
          <button
            type="button"
            class="btn close-loudest"
            onClick={() => void props.desk.studio.tell("setStrip", { stripId: strip().id, isOpen: false })}
          >
            <Icon name="microphoneOff" size="s" />
            {t("live.closeMicrophoneOf", { name: strip().name })}
          </button>
        )}
      </Show>
      <Show when={props.desk.may("desk.operate")}>
        <button
          type="button"
          class="btn bare square"
          aria-label={t("live.settings")}
          onClick={() => props.onSettings()}
        >
          <Icon name="settings" />
        </button>
        <Show when={props.delay.isRunning()}>
          <HoldKey
            class="btn btn-stop"
            icon="octagon"
            label={t("live.stop")}
            hint={t("studio.holdShort")}
            seconds={1}
            question={t("live.stopQuestion")}
            yes={t("live.stopYes")}
            no={t("studio.endNo")}
            onAct={() => void props.desk.studio.tell("stopShow", {})}
          />
        </Show>
      </Show>
    </div>
  );
}
