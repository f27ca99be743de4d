import { createMemo, For, Show, type JSX } from "solid-js";
import type { Strip, StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Lamp } from "../ui/Chip.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { CountdownVeil } from "./CountdownVeil.tsx";
import type { Participation } from "./create-participation.ts";
import { LeaveQuestion } from "./LeaveQuestion.tsx";
import { createLostSeconds } from "./create-lost-seconds.ts";
import { createTicker } from "./create-ticker.ts";
import { createTurn } from "./create-turn.ts";
import { ListeningControls } from "./DeskVoicePanel.tsx";
import type { Frames } from "./frames.ts";
import { isMicrophoneOn, pupilPlace } from "./path.ts";
import { StateHeader, type Place } from "./PupilHeader.tsx";
import { PupilKeys } from "./PupilKeys.tsx";
import { PupilLevel } from "./PupilLevel.tsx";
import { Prompter } from "./Prompter.tsx";
import { SpeakerNames, WhoSpeaks } from "./WhoSpeaks.tsx";
import { VoiceBadge } from "./VoiceBadge.tsx";

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
  const raise = (isRaised: boolean) => void studio.tell("setHand", { isRaised });
  const turn = createTurn(props, since);
  const open = () => props.snapshot.strips.filter((strip) => strip.isOpen && isMicrophoneOn(strip));
  const me = () => (
    <Show when={studio.ownStrip()}>
      {(strip) => (
        <span class="me">
          <VoiceBadge strip={strip()} size="s" />
          <b>{strip().name}</b>
        </span>
      )}
    </Show>
  );
  const listening = () => (
    <ListeningControls volume={volume()} onVolume={setVolume} isBlocked={sound.isBlocked()} onUnlock={sound.unlock} />
  );
  return (
    <div class={`pupil ${place()}`}>
      <LeaveQuestion leaving={props.participation.leaving} question={t("floor.leavePupil")} />
      <StateHeader place={place()} turn={turn.part()?.turn} timer={turn.timer()} lostSeconds={lostSeconds()} />
      <main class="scene">
        <Show
          when={turn.part()}
          fallback={
            <section class="air" aria-label={t("studio.whoIsOnAir")}>
              <AirHeader
                snapshot={props.snapshot}
                me={me()}
                isOnAir={since() !== undefined}
                isHeard={open().length > 0}
              />
              <OpenVoices strips={open()} own={studio.ownStrip()} isOnAir={since() !== undefined} />
              {listening()}
            </section>
          }
        >
          {(part) => (
            <Prompter snapshot={props.snapshot} part={part()} me={me()}>
              {listening()}
            </Prompter>
          )}
        </Show>
        <Show when={place() !== "keptOff" && studio.ownStrip()?.lock}>
          <p class="kept-off">{t("floor.ownLock")}</p>
        </Show>
        <Show when={props.snapshot.transmission.state !== "ended" && studio.ownStrip()}>
          {(strip) => (
            <WhoSpeaks
              isOwn
              strip={strip()}
              showId={props.snapshot.showId}
              onSpeakers={(pupilIds) => void studio.tell("tellSpeakers", { pupilIds })}
            />
          )}
        </Show>
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

function AirHeader(props: { snapshot: StudioSnapshot; me: JSX.Element; isOnAir: boolean; isHeard: boolean }) {
  const { t } = useI18n();
  return (
    <header>
      {props.me}
      <span class="quiet">{props.snapshot.showTitle}</span>
      <Show
        when={props.isOnAir}
        fallback={
          <Lamp look="taping" icon="lock">
            {t("studio.rehearsal")}
          </Lamp>
        }
      >
        <Lamp look={props.isHeard ? "on" : "off"} icon="waves">
          {t("studio.onAir")}
        </Lamp>
      </Show>
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
                <div class="birds">
                  <Birds strip={strip} />
                </div>
                <span>
                  <Show when={isAlone(strip, props.own)} fallback={<SpeakerNames strip={strip} />}>
                    {t("studio.you")}
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}

/** Whether the one whose tablet this is speaks at their own microphone, and nobody else. */
const isAlone = (strip: Strip, own: Strip | undefined) =>
  strip.id === own?.id && strip.company.every(({ isSpeaking }, index) => isSpeaking === (index === 0));

/** Who speaks at a strip, bird by bird. */
function Birds(props: { strip: Strip }) {
  return (
    <For
      each={props.strip.company.filter(({ isSpeaking }) => isSpeaking)}
      fallback={<VoiceBadge strip={props.strip} size="l" />}
    >
      {({ bird, colour }) => <BirdAvatar bird={bird} colour={colour} size="l" />}
    </For>
  );
}
