import { A } from "@solidjs/router";
import { createMemo, Match, Show, Switch } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ComfortKey } from "../ui/ComfortPanel.tsx";
import { Icon } from "../ui/Icon.tsx";
import { LogoMark } from "../ui/Logo.tsx";
import { createTicker } from "./create-ticker.ts";
import type { Desk } from "./desk.ts";
import { HoldKey } from "./HoldKey.tsx";
import { isMicrophoneOn } from "./path.ts";

const epoch = new Date(0).toISOString();

/** The band on top of the desk: which show, whether it is on air, the two keys that begin and end it, network and clock. */
export function DeskBand(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t, formats } = useI18n();
  const clock = props.desk.studio.signalling.clock;
  const transmission = () => props.snapshot.transmission;
  const dayTicker = createTicker(clock, () => epoch);
  const isLive = () => transmission().state === "onAir" || transmission().state === "countdown";
  return (
    <header class="band">
      <div class="show">
        <A class="btn bare square" href="/emissions" aria-label={t("studio.leaveDesk")}>
          <LogoMark />
        </A>
        <div>
          <h1>{props.snapshot.showTitle}</h1>
          <Show when={props.snapshot.interruption} fallback={<p>{props.snapshot.channelTitle}</p>}>
            {(interruption) => (
              <p class="sound-back" role="status">
                {t("studio.soundBack", {
                  time: formats().time(interruption().at),
                  seconds: formats().decimal(interruption().missingSeconds),
                })}
              </p>
            )}
          </Show>
        </div>
      </div>
      <TransmissionKeys snapshot={props.snapshot} desk={props.desk} />
      <div class="health">
        {/* After the end nobody is connected any more, and nothing is wrong. */}
        <Show when={transmission().state !== "ended"}>
          <OwnLink desk={props.desk} />
        </Show>
        <p>
          <Icon name="clock" />
          <b>{formats().time(new Date(dayTicker() * 1_000).toISOString())}</b>
          <small>{t("studio.clock")}</small>
        </p>
        <Show when={!isLive()}>
          <ComfortKey />
        </Show>
      </div>
    </header>
  );
}

type BandProps = { snapshot: StudioSnapshot; desk: Desk };

/** Where the transmission stands, and the one key that moves it on. */
function TransmissionKeys(props: BandProps) {
  const { t } = useI18n();
  return (
    <Switch fallback={<Rehearsal {...props} />}>
      <Match when={props.snapshot.transmission.state === "onAir"}>
        <OnAir {...props} />
      </Match>
      <Match when={props.snapshot.transmission.state === "ending" || props.snapshot.transmission.state === "ended"}>
        <div class="transmission over">
          <div class="tally" role="status">
            <Icon name="tick" />
            <span class="word">
              {props.snapshot.transmission.state === "ending" ? t("live.ending") : t("studio.over")}
            </span>
          </div>
        </div>
      </Match>
    </Switch>
  );
}

function OnAir(props: BandProps) {
  const { t, formats } = useI18n();
  const since = () => {
    const now = props.snapshot.transmission;
    return now.state === "onAir" ? now.since : undefined;
  };
  const elapsed = createTicker(props.desk.studio.signalling.clock, since);
  return (
    <div class="transmission live">
      <div class="tally" role="status">
        <Icon name="waves" />
        <span class="word">{t("studio.onAir")}</span>
        <span class="timer" aria-hidden="true">
          {formats().clock(elapsed())}
          <small>{t("studio.recording")}</small>
        </span>
      </div>
      <HoldKey
        class="btn btn-end"
        icon="stop"
        label={t("studio.end")}
        hint={t("studio.holdShort")}
        reason={props.desk.may("desk.operate") ? undefined : t("floor.staysWithTeacher")}
        seconds={1.5}
        question={t("studio.endQuestion")}
        yes={t("studio.endYes")}
        no={t("studio.endNo")}
        onAct={() => void props.desk.studio.tell("endShow", {})}
      />
    </div>
  );
}

function Rehearsal(props: BandProps) {
  const { t } = useI18n();
  const hasMicrophone = createMemo(() =>
    props.snapshot.strips.some((strip) => strip.place === "floor" && isMicrophoneOn(strip)),
  );
  const toVoice = () => {
    props.desk.showSideTab("voice");
    // On a phone it lies below the strips.
    document.getElementById("desk-tab")?.focus();
  };
  const reason = () => {
    if (!props.desk.may("desk.operate")) return t("floor.staysWithTeacher");
    return hasMicrophone() ? undefined : t("studio.noMicrophoneReady");
  };
  return (
    <div class="transmission rehearsal" classList={{ unready: !hasMicrophone() }}>
      <div class="tally" role="status">
        <Icon name="lock" />
        <span class="word">{t("studio.rehearsal")}</span>
        <span class="timer">
          <small>{t("studio.nobodyHears")}</small>
        </span>
      </div>
      <HoldKey
        class="btn btn-on-air"
        icon="waves"
        label={t("studio.goOnAir")}
        hint={t("studio.holdOneSecond")}
        reason={reason()}
        seconds={1}
        question={t("studio.goOnAirQuestion")}
        yes={t("studio.goOnAirYes")}
        no={t("studio.goOnAirNo")}
        onAct={() => void props.desk.studio.tell("goOnAir", {})}
      />
      <Show when={!hasMicrophone() && props.desk.studio.joined()?.isDesk === true}>
        <Button icon="microphone" onClick={toVoice}>
          {t("studio.tabVoice")}
        </Button>
      </Show>
    </div>
  );
}

function OwnLink(props: { desk: Desk }) {
  const { t, formats } = useI18n();
  const link = () => props.desk.studio.ownStrip()?.link;
  const quality = () => (props.desk.studio.signalling.isConnected() ? (link()?.quality ?? "good") : "lost");
  return (
    <p>
      <Icon name={quality() === "good" || quality() === "fair" ? "signal" : "signalLow"} />
      <b>{t(`studio.linkTitle_${quality()}`)}</b>
      <small>
        {t("studio.network")}
        <Show when={link()}>{(now) => <span class="loss"> · {formats().percent(now().lossShare)}</span>}</Show>
      </small>
    </p>
  );
}
