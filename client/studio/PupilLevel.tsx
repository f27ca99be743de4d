import { useI18n } from "../i18n/I18n.tsx";
import type { OwnVoice } from "./create-own-voice.ts";
import { adviceOn } from "./faults.ts";
import type { Frames } from "./frames.ts";
import { LiveMeter } from "./LiveMeter.tsx";

/** The pupil's own voice as a bar with three places, and in words. */
export function PupilLevel(props: { voice: OwnVoice; frames: Frames }) {
  const { t } = useI18n();
  const read = () => (props.voice.isMuted() ? -100 : props.voice.level().peakDbfs);
  const advice = () => adviceOn(props.voice.microphone(), props.voice.isMutedBySystem(), props.voice.verdict());
  const words = () => t(props.voice.isMuted() ? "studio.voice_muted" : `studio.voice_${advice()}`);
  return (
    <aside class="level" aria-label={t("studio.yourVoice")}>
      <div class="standing">
        <LiveMeter label={t("studio.yourVoice")} read={read} frames={props.frames} />
        <div class="zones" aria-hidden="true">
          <span>{t("studio.zone_tooLoud")}</span>
          <span>{t("studio.zone_good")}</span>
          <span>{t("studio.zone_quiet")}</span>
        </div>
      </div>
      <div class="lying">
        <LiveMeter label={t("studio.yourVoice")} isHorizontal read={read} frames={props.frames} />
      </div>
      <p data-advice={advice()}>{t("studio.yourVoiceIs", { words: words() })}</p>
    </aside>
  );
}
