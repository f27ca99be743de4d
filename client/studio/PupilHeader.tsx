import { Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import type { IconName } from "../ui/icon-shapes.ts";
import { Icon } from "../ui/Icon.tsx";
import type { Timer } from "./create-turn.ts";
import type { OwnPart } from "./own-part.ts";
import type { PupilPlace } from "./path.ts";

/** Where a pupil stands, as their page says it. */
export type Place = PupilPlace | "reconnecting" | "faulty";

const icons: Readonly<Record<Place, IconName>> = {
  backstage: "curtain",
  keptOff: "lock",
  ready: "tick",
  onAir: "waves",
  muted: "microphoneOff",
  faulty: "microphoneOff",
  ended: "tick",
  reconnecting: "signalLow",
};

// From here on the frame says that the turn is coming.
const soonSeconds = 30;

/** The pupil's state in one word, and the time that belongs to it. */
export function StateHeader(props: {
  place: Place;
  turn: OwnPart["turn"] | undefined;
  timer: Timer | undefined;
  lostSeconds: number;
}) {
  const { t, formats } = useI18n();
  const isCalm = () => props.place === "backstage" || props.place === "ready";
  const turn = () => {
    if (!isCalm()) return undefined;
    if (props.turn === "speaking") return t("rundown.yourTurn");
    return props.turn === "waiting" && (props.timer?.seconds ?? 99) <= soonSeconds
      ? t("rundown.yourTurnNext")
      : undefined;
  };
  return (
    <header class="state">
      <div role="status" aria-live="assertive">
        <h1 class="word">
          <Icon name={icons[props.place]} />
          {t(`studio.place_${props.place}`)}
        </h1>
        <p class="under">
          <Show when={turn()}>{(words) => <b>{words()} · </b>}</Show>
          {t(`studio.placeText_${props.place}`)}
        </p>
      </div>
      <div class="timer">
        <Show
          when={props.place === "reconnecting"}
          fallback={
            <Show when={props.timer}>
              {(timer) => (
                <>
                  {formats().clock(timer().seconds)}
                  <small>{timer().words}</small>
                </>
              )}
            </Show>
          }
        >
          {formats().clock(props.lostSeconds)}
          <small>{t("studio.reconnectingFor")}</small>
        </Show>
      </div>
    </header>
  );
}
