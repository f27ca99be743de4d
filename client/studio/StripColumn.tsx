import { createMemo, Show } from "solid-js";
import "./sound-panel.css";
import type { Strip, Transmission } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import { CueKey } from "./CueKey.tsx";
import type { Desk } from "./desk.ts";
import { Fader } from "./Fader.tsx";
import { LinkWords } from "./LinkWords.tsx";
import { LiveMeter } from "./LiveMeter.tsx";
import { pathOf } from "./path.ts";
import { TalkMark } from "./TalkMark.tsx";
import { SpeakerNames } from "./WhoSpeaks.tsx";
import { VoiceBadge, voiceClass } from "./VoiceBadge.tsx";

/** One channel strip: who, how well connected, level, fader, microphone key. Left and right go to the same control of the next strip. */
export function StripColumn(props: { strip: Strip; transmission: Transmission; desk: Desk; tabIndex: 0 | -1 }) {
  const { t } = useI18n();
  const path = createMemo(() => pathOf(props.strip, props.transmission));
  // A technician has the faders only when they are lent, and never the teacher's.
  const isLocked = () =>
    !props.desk.may("desk.faders") || (props.strip.voice.kind === "teacher" && !props.desk.may("desk.operate"));
  const send = (change: { gainDb?: number; isOpen?: boolean }) =>
    void props.desk.studio.tell("setStrip", { stripId: props.strip.id, ...change });
  const microphoneWords = () => {
    const { name, lock, isOpen } = props.strip;
    if (lock !== null) return t("floor.microphoneLockedOf", { name, scope: t(`floor.lock_${lock}`) });
    return t(isOpen ? "studio.microphoneOpenOf" : "studio.microphoneClosedOf", { name });
  };
  return (
    <section
      class={`strip ${voiceClass(props.strip)} ${path()}`}
      classList={{ away: props.strip.peerId === null, tuned: props.desk.tunedStrip() === props.strip.id }}
      role="group"
      aria-label={t("studio.stripOf", { number: props.strip.number, name: props.strip.name })}
      data-key={props.strip.id}
      onPointerDown={() => {
        props.desk.tuneStrip(props.strip.id);
      }}
      onFocusIn={() => {
        props.desk.tuneStrip(props.strip.id);
      }}
    >
      <StripHead strip={props.strip} desk={props.desk} tabIndex={props.tabIndex} />
      <LinkWords strip={props.strip} desk={props.desk} />
      <Fader
        label={t("studio.volumeOf", { name: props.strip.name })}
        gainDb={props.strip.gainDb}
        isClosed={!props.strip.isOpen}
        isLocked={isLocked()}
        tabIndex={props.tabIndex}
        onGain={(gainDb) => {
          send({ gainDb });
        }}
      >
        <LiveMeter
          label={t("studio.levelOf", { name: props.strip.name })}
          read={() => props.desk.levels().strips[props.strip.id]?.peakDbfs ?? -100}
          frames={props.desk.frames}
        />
      </Fader>
      <Show when={props.desk.may("desk.operate")}>
        <CueKey strip={props.strip} desk={props.desk} tabIndex={props.tabIndex} />
      </Show>
      <button
        type="button"
        class="btn microphone"
        data-control="microphone"
        tabindex={props.tabIndex}
        aria-pressed={props.strip.isOpen}
        aria-disabled={isLocked() || props.strip.lock !== null ? "true" : undefined}
        aria-label={microphoneWords()}
        onClick={() => {
          // A voice that may not go out: the station refuses, and says why.
          if (!isLocked()) send({ isOpen: !props.strip.isOpen });
        }}
      >
        <Show
          when={props.strip.lock}
          fallback={
            <>
              <Icon name={props.strip.isOpen ? "microphone" : "microphoneOff"} />
              {t(props.strip.isOpen ? "studio.open" : "studio.closed")}
            </>
          }
        >
          {(scope) => (
            <>
              <Icon name="lock" />
              {t(`floor.lock_${scope()}`)}
            </>
          )}
        </Show>
      </button>
    </section>
  );
}

/** Who sits at the strip; pressed, their voice is the one that the desk speaks to off air. It pulses while spoken to. */
function StripHead(props: { strip: Strip; desk: Desk; tabIndex: 0 | -1 }) {
  const { t } = useI18n();
  const isChosen = () => props.desk.talkback.strip()?.id === props.strip.id;
  const isSpokenTo = () => props.desk.talkback.isTalking() && isChosen();
  const isTarget = () => props.strip.voice.kind === "pupil" && props.desk.may("desk.operate");
  const who = () => (
    <>
      <VoiceBadge strip={props.strip} isNumbered />
      <TalkMark stripId={props.strip.id} desk={props.desk} />
      <span class="name">
        <SpeakerNames strip={props.strip} />
        <Show when={props.strip.handRaisedAt !== null}>
          <span class="hand-mark">
            <Icon name="hand" size="s" />
            <span class="sr-only">{t("floor.handUp")}</span>
          </span>
        </Show>
      </span>
    </>
  );
  return (
    <Show when={isTarget()} fallback={<div class="head">{who()}</div>}>
      <button
        type="button"
        class="head"
        classList={{ "spoken-to": isSpokenTo() }}
        data-control="head"
        tabindex={props.tabIndex}
        aria-pressed={isChosen()}
        onClick={() => {
          props.desk.talkback.choose({ kind: "strip", stripId: props.strip.id });
        }}
      >
        {who()}
        <span class="sr-only">{t("floor.talkToThem")}</span>
      </button>
    </Show>
  );
}
