import { Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Message } from "../ui/Message.tsx";
import type { OwnVoice } from "./create-own-voice.ts";
import { adviceOn, lookOf } from "./faults.ts";
import type { Frames } from "./frames.ts";
import { LiveMeter } from "./LiveMeter.tsx";
import { HeadphonesSwitch, VoiceControls } from "./VoiceControls.tsx";

type Listening = { volume: number; onVolume: (volume: number) => void; isBlocked: boolean; onUnlock: () => void };

/** The teacher's own microphone and headphones, in a column beside the desk: nothing covers the strips. */
export function DeskVoicePanel(props: { voice: OwnVoice; frames: Frames; listening: Listening }) {
  const { t } = useI18n();
  const advice = () => adviceOn(props.voice.microphone(), props.voice.isMutedBySystem(), props.voice.verdict());
  const isOff = () => props.voice.microphone().state === "off";
  return (
    <div class="stack desk-voice">
      <Show
        when={!isOff()}
        fallback={
          <>
            <p class="small">{t("studio.deskMicrophoneAdvice")}</p>
            <Button look="primary" icon="microphone" isWide onClick={() => props.voice.open()}>
              {t("studio.openMyMicrophone")}
            </Button>
          </>
        }
      >
        <LiveMeter
          label={t("studio.myLevel")}
          isHorizontal
          read={() => (props.voice.isMuted() ? -100 : props.voice.level().peakDbfs)}
          frames={props.frames}
        />
        <Message look={lookOf(advice())} title={t(`studio.deskAdvice_${advice()}`)}>
          <span class="small">{t(`studio.deskRemedy_${advice()}`)}</span>
        </Message>
        <Show when={props.voice.microphone().state === "faulty"}>
          <Button look="primary" icon="back" onClick={() => props.voice.retry()}>
            {t("frame.retry")}
          </Button>
        </Show>
        <HeadphonesSwitch voice={props.voice} />
        <VoiceControls voice={props.voice} />
      </Show>
      <ListeningControls {...props.listening} />
    </div>
  );
}

/** How loud the others and the carts are in this page. */
export function ListeningControls(props: Listening) {
  const { t, formats } = useI18n();
  return (
    <div class="listening">
      <label class="field">
        <span class="legend row">
          <Icon name="headphones" size="s" />
          {t("studio.listeningVolume")}
        </span>
        <input
          type="range"
          class="range"
          min="0"
          max="100"
          step="5"
          style={{ "--v": String(props.volume * 100) }}
          value={props.volume * 100}
          aria-valuetext={formats().percent(props.volume)}
          onInput={(event) => {
            props.onVolume(event.currentTarget.valueAsNumber / 100);
          }}
        />
      </label>
      <Show when={props.isBlocked}>
        <Button look="taping" icon="volume" isWide onClick={() => props.onUnlock()}>
          {t("studio.unlockSound")}
        </Button>
      </Show>
    </div>
  );
}
