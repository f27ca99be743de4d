import { Match, Show, Switch } from "solid-js";
import type { LiveSound } from "../audio/live/create-live-sound.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Switch as Toggle } from "../ui/Switch.tsx";
import { createOnline } from "../ui/OfflineBand.tsx";
import { backSeconds } from "./create-live-listening.ts";

/** One tap to listen; then pause, what was just said once more, and the way back to live. */
export function LiveKeys(props: { sound: LiveSound }) {
  const { t } = useI18n();
  const isOn = () => props.sound.isWanted();
  const label = () => {
    if (isOn()) return t("channel.livePause");
    return props.sound.phase() === "paused" ? t("channel.liveResume") : t("channel.liveListen");
  };
  return (
    <div class="live-keys">
      <Button size={isOn() ? "tall" : "giant"} icon={isOn() ? "pause" : "play"} onClick={() => props.sound.toggle()}>
        {label()}
      </Button>
      <Show when={isOn() && props.sound.canGoBack()}>
        <Button
          size="tall"
          icon="back"
          aria-label={t("channel.liveBack", { seconds: backSeconds })}
          onClick={() => props.sound.back(backSeconds)}
        >
          {t("channel.liveBackShort", { seconds: backSeconds })}
        </Button>
      </Show>
      <Show when={isOn() && !props.sound.isLive()}>
        <Button size="tall" icon="skip" onClick={() => props.sound.toLive()}>
          {t("channel.toLive")}
        </Button>
      </Show>
    </div>
  );
}

const troubles = { network: "channel.liveUnanswered", sound: "channel.liveRestarts" } as const;

/** Where listening stands, in words that are read aloud when they change. */
export function LiveWord(props: { sound: LiveSound }) {
  const { t } = useI18n();
  const isOnline = createOnline();
  const heard = () => {
    if (props.sound.isNear()) return t("channel.nearHeard");
    return props.sound.isLive() ? t("channel.liveHeard") : t("channel.liveBehind");
  };
  const coming = () => {
    if (!isOnline()) return t("channel.liveOffline");
    const trouble = props.sound.trouble();
    return t(trouble === undefined ? "channel.buffering" : troubles[trouble]);
  };
  return (
    <p class="live-word" role="status">
      <Switch>
        <Match when={props.sound.phase() === "coming"}>
          <span class="spinner" />
          {coming()}
        </Match>
        <Match when={props.sound.phase() === "blocked"}>
          <Icon name="info" />
          {t("channel.liveBlocked")}
        </Match>
        <Match when={props.sound.phase() === "heard"}>
          <Icon name="volume" />
          {heard()}
        </Match>
      </Switch>
    </p>
  );
}

/** For those inside the school: the live sound without the seconds that the way over the Internet takes. */
export function NearSwitch(props: { sound: LiveSound }) {
  const { t } = useI18n();
  return (
    <div class="near">
      <Toggle isOn={props.sound.isNear()} onChange={(isOn) => props.sound.chooseNear(isOn)}>
        {t("channel.near")}
      </Toggle>
    </div>
  );
}
