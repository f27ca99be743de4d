import { createEffect, Show } from "solid-js";
import type { OwnRecording } from "./create-recording.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Message } from "../ui/Message.tsx";
import { Meter } from "../ui/Meter.tsx";

// The meter's good part, 38 to 78 %, is that of a voice beside the microphone.
const heightOf = (dbfs: number) => Math.max(0, Math.min(100, 38 + ((dbfs + 30) * 40) / 21));

/** The key that records and stops, and how loud the voice arrives meanwhile. */
export function RecordVoice(props: { recording: OwnRecording; mostSeconds: number; isSmall?: boolean }) {
  const { t, formats } = useI18n();
  const isRunning = () => props.recording.state() === "recording";
  const height = () => heightOf(props.recording.level().peakDbfs);
  const words = () =>
    t(height() < 38 ? "recorder.levelLow" : height() < 78 ? "recorder.levelGood" : "recorder.levelHigh");
  const time = () =>
    t("recorder.recorded", {
      time: formats().clock(props.recording.seconds()),
      most: formats().clock(props.mostSeconds),
    });
  let stop: HTMLElement | undefined;
  // The key that was pressed is gone; its place is taken by the one that stops.
  createEffect(() => isRunning() && stop?.querySelector("button")?.focus());
  return (
    <div class="own-recorder" classList={{ running: isRunning() }}>
      <Show
        when={isRunning()}
        fallback={
          <Button
            look="taping"
            size={props.isSmall === true ? "tall" : "giant"}
            icon="microphone"
            isWide
            isBusy={props.recording.state() === "opening"}
            onClick={() => props.recording.start()}
          >
            {t("recorder.record")}
          </Button>
        }
      >
        <span ref={(element) => (stop = element)}>
          <Button
            look="taping"
            size={props.isSmall === true ? "tall" : "giant"}
            icon="stop"
            isWide
            onClick={() => props.recording.stop()}
          >
            {t("recorder.stop")}
          </Button>
        </span>
        <p class="own-time">{time()}</p>
        <Meter label={t("recorder.level")} level={height()} peak={height()} text={words()} isLying />
        <p class="small">{t("recorder.levelIs", { words: words() })}</p>
      </Show>
      <Show when={props.recording.state() === "faulty"}>
        <Message look="warning" title={t("recorder.noMicrophone")}>
          {t("recorder.noMicrophoneHint")}
        </Message>
      </Show>
    </div>
  );
}
