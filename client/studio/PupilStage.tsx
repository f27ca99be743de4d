import { createMemo, For, Show } from "solid-js";
import type { Strip, StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import type { IconName } from "../ui/icon-shapes.ts";
import { Icon } from "../ui/Icon.tsx";
import { Lamp } from "../ui/Chip.tsx";
import { CountdownVeil } from "./CountdownVeil.tsx";
import type { Participation } from "./create-participation.ts";
import { LeaveQuestion } from "./LeaveQuestion.tsx";
import { createLostSeconds } from "./create-lost-seconds.ts";
import { createTicker } from "./create-ticker.ts";
import { ListeningControls } from "./DeskVoicePanel.tsx";
import type { Frames } from "./frames.ts";
import { isMicrophoneOn, pupilPlace, type PupilPlace } from "./path.ts";
import { PupilKeys } from "./PupilKeys.tsx";
import { PupilLevel } from "./PupilLevel.tsx";
import { VoiceBadge } from "./VoiceBadge.tsx";

type Place = PupilPlace | "reconnecting" | "faulty";

const icons: Readonly<Record<Place, IconName>> = {
  backstage: "curtain",
  ready: "tick",
  onAir: "waves",
  muted: "microphoneOff",
  faulty: "microphoneOff",
  ended: "tick",
  reconnecting: "signalLow",
};

// A blink of the network is not worth a yellow screen.
const blinkSeconds = 1;

/** Where the pupil stands, fault and network before everything else: red must never be shown to somebody nobody hears. */
function createPlace(props: { snapshot: StudioSnapshot; participation: Participation }) {
  const { studio, voice, sound } = props.participation;
  const strip = createMemo(() =>
    pupilPlace(studio.ownStrip(), props.snapshot, voice.isMuted() || voice.isMutedBySystem()),
  );
  const isExpected = () => strip() === "onAir" || strip() === "ready";
  const isLost = createMemo(() => {
    const sending = sound.sending();
    return !studio.signalling.isConnected() || sending === "interrupted" || (isExpected() && sending !== "connected");
  });
  const lostSeconds = createLostSeconds(isLost);
  const place = createMemo<Place>(() => {
    if (strip() === "ended") return "ended";
    if (isLost() && lostSeconds() >= blinkSeconds) return "reconnecting";
    if (voice.microphone().state === "faulty") return "faulty";
    return isLost() && strip() === "onAir" ? "ready" : strip();
  });
  return { place, lostSeconds };
}

/** The pupil's screen in the studio: one colour, one word, who is on air, how long, how loud. */
export function PupilStage(props: {
  snapshot: StudioSnapshot;
  participation: Participation;
  frames: Frames;
  /** Goes to the desk, while it is lent to this pupil. */
  onDesk?: () => void;
}) {
  const { t } = useI18n();
  const { studio, voice, sound, volume, setVolume } = props.participation;
  const { place, lostSeconds } = createPlace(props);
  const onAirAt = () => {
    const now = props.snapshot.transmission;
    return now.state === "countdown" ? now.onAirAt : undefined;
  };
  const since = () => {
    const now = props.snapshot.transmission;
    return now.state === "onAir" ? now.since : undefined;
  };
  const countdown = createTicker(studio.signalling.clock, onAirAt);
  const elapsed = createTicker(studio.signalling.clock, since);
  const raise = (isRaised: boolean) => void studio.tell("setHand", { isRaised });
  const open = () => props.snapshot.strips.filter((strip) => strip.isOpen && isMicrophoneOn(strip));
  return (
    <div class={`pupil ${place()}`}>
      <LeaveQuestion leaving={props.participation.leaving} question={t("floor.leavePupil")} />
      <StateHeader place={place()} isOnAir={since() !== undefined} elapsed={elapsed()} lostSeconds={lostSeconds()} />
      <main class="scene">
        <section class="air" aria-label={t("studio.whoIsOnAir")}>
          <header>
            <Show when={studio.ownStrip()}>
              {(strip) => (
                <span class="me">
                  <VoiceBadge strip={strip()} size="s" />
                  <b>{strip().name}</b>
                </span>
              )}
            </Show>
            <span class="quiet">{props.snapshot.showTitle}</span>
            <Show
              when={since()}
              fallback={
                <Lamp look="taping" icon="lock">
                  {t("studio.rehearsal")}
                </Lamp>
              }
            >
              <Lamp look={open().length > 0 ? "on" : "off"} icon="waves">
                {t("studio.onAir")}
              </Lamp>
            </Show>
          </header>
          <OpenVoices strips={open()} own={studio.ownStrip()} isOnAir={since() !== undefined} />
          <ListeningControls
            volume={volume()}
            onVolume={setVolume}
            isBlocked={sound.isBlocked()}
            onUnlock={sound.unlock}
          />
        </section>
        <PupilLevel voice={voice} frames={props.frames} />
      </main>
      <PupilKeys
        voice={voice}
        hand={{ isRaised: studio.ownStrip()?.handRaisedAt !== null, set: raise }}
        {...(props.onDesk === undefined ? {} : { onDesk: props.onDesk })}
        canCheckAgain={place() === "backstage" || place() === "faulty"}
      />
      <Show when={onAirAt()}>
        <CountdownVeil secondsLeft={-countdown()} open={open()} />
      </Show>
    </div>
  );
}

/** The pupil's state in one word, and the time that belongs to it. */
function StateHeader(props: { place: Place; isOnAir: boolean; elapsed: number; lostSeconds: number }) {
  const { t, formats } = useI18n();
  return (
    <header class="state">
      <div role="status" aria-live="assertive">
        <h1 class="word">
          <Icon name={icons[props.place]} />
          {t(`studio.place_${props.place}`)}
        </h1>
        <p class="under">{t(`studio.placeText_${props.place}`)}</p>
      </div>
      <div class="timer">
        <Show
          when={props.place === "reconnecting"}
          fallback={
            <Show when={props.isOnAir}>
              {formats().clock(props.elapsed)}
              <small>{t("studio.onAirFor")}</small>
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

/** Whose microphones are open now, large enough to be read from across a table. */
function OpenVoices(props: { strips: readonly Strip[]; own: Strip | undefined; isOnAir: boolean }) {
  const { t } = useI18n();
  return (
    <Show
      when={props.strips.length > 0}
      fallback={<p class="nobody">{t(props.isOnAir ? "studio.nobodyOnAir" : "studio.nobodyOpen")}</p>}
    >
      <div class="voices">
        <h2>{t(props.isOnAir ? "studio.whoIsOnAir" : "studio.whoIsOpen")}</h2>
        <ul>
          <For each={props.strips}>
            {(strip) => (
              <li>
                <VoiceBadge strip={strip} size="l" />
                <span>{strip.id === props.own?.id ? t("studio.you") : strip.name}</span>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
