import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { forAnotherPupil, otherPupilPath } from "../class-code-link.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Message } from "../ui/Message.tsx";
import type { OwnVoice } from "./create-own-voice.ts";
import type { Participation } from "./create-participation.ts";
import { adviceOn, lookOf, type Advice } from "./faults.ts";
import type { Frames } from "./frames.ts";
import { LiveMeter } from "./LiveMeter.tsx";
import { SoundCheckList } from "./SoundCheckList.tsx";
import { VoiceBadge } from "./VoiceBadge.tsx";
import { HeadphonesSwitch, VoiceControls } from "./VoiceControls.tsx";

/** A pupil tries their microphone before anybody can hear them: nothing leaves the page until "C’est bon pour moi". */
export function SoundCheck(props: { participation: Participation; frames: Frames }) {
  const { t } = useI18n();
  const { voice, studio } = props.participation;
  const [isChoosing, setIsChoosing] = createSignal(false);
  const advice = () => adviceOn(voice.microphone(), voice.isMutedBySystem(), voice.verdict());
  return (
    <div class="pupil checking">
      <header class="state">
        <h1 class="word">
          <Icon name={voice.microphone().state === "faulty" ? "microphoneOff" : "microphone"} />
          {t("studio.soundCheck")}
        </h1>
        <Show when={studio.ownStrip()}>
          {(strip) => (
            <div class="me">
              <VoiceBadge strip={strip()} />
              <span class="strong">{strip().name}</span>
              <A class="btn" href={otherPupilPath()} state={forAnotherPupil}>
                {t("doors.otherPupil")}
              </A>
            </div>
          )}
        </Show>
      </header>
      <main class="check-grid">
        <Show when={voice.microphone().state !== "off"} fallback={<PermissionFirst voice={voice} />}>
          <Gauge voice={voice} frames={props.frames} advice={advice()} station={studio.snapshot()?.channelTitle} />
        </Show>
        <section class="panel checks" aria-label={t("studio.checks")}>
          <SoundCheckList participation={props.participation} advice={advice()} />
          <HeadphonesSwitch voice={voice} />
          <p class="hint small quiet">
            <Icon name="headphones" size="s" /> {t("studio.headphonesHint")}
          </p>
          <button
            type="button"
            class="btn bare"
            aria-expanded={isChoosing()}
            onClick={() => setIsChoosing(!isChoosing())}
          >
            <Icon name="settings" />
            {t("studio.changeMicrophone")}
          </button>
          <Show when={isChoosing()}>
            <VoiceControls voice={voice} />
          </Show>
        </section>
      </main>
    </div>
  );
}

/** Why the browser is about to ask, before it asks. */
function PermissionFirst(props: { voice: OwnVoice }) {
  const { t } = useI18n();
  return (
    <section class="gauge">
      <h2>{t("studio.permissionTitle")}</h2>
      <p>{t("studio.permissionText")}</p>
      <p class="quiet">{t("studio.permissionPrivacy")}</p>
      <div class="keys">
        <Button look="primary" size="giant" icon="microphone" onClick={() => props.voice.open()}>
          {t("studio.allowMicrophone")}
        </Button>
      </div>
    </section>
  );
}

function Gauge(props: { voice: OwnVoice; frames: Frames; advice: Advice; station: string | undefined }) {
  const { t } = useI18n();
  const isOpen = () => props.voice.microphone().state === "open";
  const isGood = () => props.advice === "good" || props.advice === "loud";
  return (
    <section class="gauge">
      <p class="quiet">{t("studio.readAloud")}</p>
      <blockquote>{t("studio.sentence", { station: props.station ?? t("frame.appName") })}</blockquote>
      <div class="scale-words">
        <span class="good" aria-hidden="true">
          {t("studio.zone_good")}
        </span>
        <LiveMeter
          label={t("studio.yourVoice")}
          isHorizontal
          read={() => props.voice.level().peakDbfs}
          frames={props.frames}
        />
        <span class="low" aria-hidden="true">
          {t("studio.zone_quiet")}
        </span>
        <span class="high" aria-hidden="true">
          {t("studio.zone_tooLoud")}
        </span>
      </div>
      <Message look={lookOf(props.advice)} title={t(`studio.advice_${props.advice}`)}>
        {t(`studio.remedy_${props.advice}`)}
      </Message>
      <div class="keys">
        <Show
          when={isOpen()}
          fallback={
            <Show when={props.voice.microphone().state === "faulty"}>
              <Button look="primary" size="giant" icon="back" onClick={() => props.voice.retry()}>
                {t(props.advice === "blocked" ? "studio.allowedRetry" : "frame.retry")}
              </Button>
            </Show>
          }
        >
          <Button look={isGood() ? "go" : "plain"} size="giant" icon="tick" onClick={() => props.voice.check(true)}>
            {t("studio.goodForMe")}
          </Button>
        </Show>
      </div>
    </section>
  );
}
