import { For } from "solid-js";
import type { TakeComment } from "../../../schemas/reviews.ts";
import type { Take } from "../../../schemas/takes.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { Message } from "../../ui/Message.tsx";
import { WaveSlider } from "../../ui/WaveSlider.tsx";
import { Show } from "solid-js";
import type { TakeSound } from "./create-take-sound.ts";

const speeds = [1, 1.25, 1.5, 2] as const;

/** So many bars of a wave, each the loudest of its stretch. */
function barsOf(peaks: readonly number[], count: number): number[] {
  const most = Math.max(0.05, ...peaks);
  return Array.from({ length: peaks.length === 0 ? 0 : count }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count));
    return Math.max(0, ...peaks.slice(from, to)) / most;
  });
}

/** Play, back, the wave with its comments, how fast, and one phrase again and again. */
export function TakePlayer(props: { sound: TakeSound; take: Take; comments: readonly TakeComment[] }) {
  const { t, formats } = useI18n();
  const clock = (seconds: number) => formats().clock(seconds);
  const length = () => props.take.durationSeconds;
  const marks = () => props.comments.flatMap(({ atSeconds }) => atSeconds ?? []);
  return (
    <>
      <div class="take-player">
        <Button
          look="primary"
          size="tall"
          icon={props.sound.isPlaying() ? "pause" : "play"}
          isBusy={props.sound.isWaiting()}
          onClick={() => props.sound.toggle()}
        >
          {t(props.sound.isPlaying() ? "progress.pause" : "progress.play")}
        </Button>
        <Button
          icon="back"
          size="square"
          class="back-three"
          aria-label={t("progress.back")}
          onClick={() => props.sound.back()}
        >
          <span aria-hidden="true">3</span>
        </Button>
        <WaveSlider
          label={t("progress.place")}
          text={t("progress.placeText", { at: clock(props.sound.position()), all: clock(length()) })}
          bars={(count) => barsOf(props.take.measures?.peaks ?? [], count)}
          lengthSeconds={length()}
          positionSeconds={props.sound.position()}
          marks={marks()}
          onSeek={(seconds) => props.sound.goTo(seconds)}
        />
        <span class="take-clock">{clock(props.sound.position())}</span>
        <div class="segments" role="group" aria-label={t("progress.speed")}>
          <For each={speeds}>
            {(speed) => (
              <button
                type="button"
                aria-pressed={props.sound.speed() === speed}
                onClick={() => props.sound.setSpeed(speed)}
              >
                {formats().decimal(speed)}×
              </button>
            )}
          </For>
        </div>
        <Button icon="loop" aria-pressed={props.sound.loop() !== undefined} onClick={() => props.sound.toggleLoop()}>
          {t("progress.loop")}
        </Button>
      </div>
      <Show when={props.sound.isLost()}>
        <div class="take-part">
          <Message look="trouble" title={t("progress.soundLost")} />
        </div>
      </Show>
    </>
  );
}
