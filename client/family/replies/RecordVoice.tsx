import { createEffect, Show } from "solid-js";
import { longestReplySeconds } from "../../../schemas/replies.ts";
import type { OwnRecording } from "../../audio/create-recording.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { Message } from "../../ui/Message.tsx";
import { Meter } from "../../ui/Meter.tsx";

// The meter's good part, 38 to 78 %, is that of a voice beside the microphone.
const heightOf = (dbfs: number) => Math.max(0, Math.min(100, 38 + ((dbfs + 30) * 40) / 21));

/** The key that records and stops, and how loud the voice arrives meanwhile. */
export function RecordVoice(props: { recording: OwnRecording }) {
  const { t, formats } = useI18n();
  const isRunning = () => props.recording.state() === "recording";
  const height = () => heightOf(props.recording.level().peakDbfs);
  const words = () => t(height() < 38 ? "reply.levelLow" : height() < 78 ? "reply.levelGood" : "reply.levelHigh");
  const time = () =>
    t("reply.recorded", {
      time: formats().clock(props.recording.seconds()),
      most: formats().clock(longestReplySeconds),
    });
  let stop: HTMLElement | undefined;
  // The key that was pressed is gone; its place is taken by the one that stops.
  createEffect(() => isRunning() && stop?.querySelector("button")?.focus());
  return (
    <div class="reply-recorder" classList={{ running: isRunning() }}>
      <Show
        when={isRunning()}
        fallback={
          <Button
            look="taping"
            size="giant"
            icon="microphone"
            isWide
            isBusy={props.recording.state() === "opening"}
            onClick={() => props.recording.start()}
          >
            {t("reply.record")}
          </Button>
        }
      >
        <span ref={(element) => (stop = element)}>
          <Button look="taping" size="giant" icon="stop" isWide onClick={() => props.recording.stop()}>
            {t("reply.stop")}
          </Button>
        </span>
        <p class="reply-time">{time()}</p>
        <Meter label={t("reply.level")} level={height()} peak={height()} text={words()} isLying />
        <p class="small">{t("reply.levelIs", { words: words() })}</p>
      </Show>
      <Show when={props.recording.state() === "faulty"}>
        <Message look="warning" title={t("reply.noMicrophone")}>
          {t("reply.noMicrophoneHint")}
        </Message>
      </Show>
    </div>
  );
}
