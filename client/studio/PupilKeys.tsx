import { A } from "@solidjs/router";
import { onCleanup, Show } from "solid-js";
import { forAnotherPupil, otherPupilPath } from "../class-code-link.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { OwnVoice } from "./create-own-voice.ts";

/** The pupil's keys: the raised hand, cough (the microphone is closed while held), the lent desk, another sound check while nobody hears, and the tablet for somebody else; on air the page asks before. */
export function PupilKeys(props: {
  voice: OwnVoice;
  hand: { isRaised: boolean; set: (isRaised: boolean) => void };
  canCheckAgain: boolean;
  /** To the desk, while the teacher lends it. */
  onDesk?: () => void;
}) {
  const { t } = useI18n();
  const cough = (isMuted: boolean) => {
    props.voice.mute(isMuted);
  };
  onCleanup(() => {
    cough(false);
  });
  const isHoldKey = (event: KeyboardEvent) => event.key === " " || event.key === "Enter";
  return (
    <footer class="keys">
      <button
        type="button"
        class="btn"
        classList={{ raised: props.hand.isRaised }}
        aria-pressed={props.hand.isRaised}
        onClick={() => {
          props.hand.set(!props.hand.isRaised);
        }}
      >
        <Icon name="hand" />
        {t(props.hand.isRaised ? "floor.lowerMyHand" : "floor.raiseMyHand")}
      </button>
      <button
        type="button"
        class="btn"
        aria-pressed={props.voice.isMuted()}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          cough(true);
        }}
        onPointerUp={() => {
          cough(false);
        }}
        onPointerCancel={() => {
          cough(false);
        }}
        onKeyDown={(event) => {
          if (isHoldKey(event)) cough(true);
        }}
        onKeyUp={(event) => {
          if (isHoldKey(event)) cough(false);
        }}
        onBlur={() => {
          cough(false);
        }}
        onContextMenu={(event) => {
          event.preventDefault();
        }}
      >
        <Icon name="microphoneOff" />
        {t("studio.cough")} <small>{t("studio.hold")}</small> <span class="sr-only">{t("studio.coughPurpose")}</span>
      </button>
      <Show when={props.onDesk}>
        {(toDesk) => (
          <button
            type="button"
            class="btn primary"
            onClick={() => {
              toDesk()();
            }}
          >
            <Icon name="settings" />
            {t("floor.toDesk")}
          </button>
        )}
      </Show>
      <Show when={props.canCheckAgain}>
        <button
          type="button"
          class="btn"
          onClick={() => {
            props.voice.check(false);
          }}
        >
          <Icon name="settings" />
          {t("studio.checkAgain")}
        </button>
      </Show>
      <A class="btn other-pupil" href={otherPupilPath()} state={forAnotherPupil}>
        <Icon name="pupil" />
        <span>{t("doors.otherPupil")}</span>
      </A>
    </footer>
  );
}
