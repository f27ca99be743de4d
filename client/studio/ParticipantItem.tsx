import { createSignal, createUniqueId, Show } from "solid-js";
import type { Strip } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Desk } from "./desk.ts";
import { LinkWords } from "./LinkWords.tsx";
import { ParticipantMore } from "./ParticipantMore.tsx";
import { DeskWhoSpeaks } from "./WhoSpeaks.tsx";
import { VoiceBadge } from "./VoiceBadge.tsx";

const helped = ["blocked", "missing", "busy", "unsupported"] as const;
const needsHelp = (strip: Strip): (typeof helped)[number] | undefined =>
  helped.find((fault) => fault === strip.microphone);

/** One participant: who, how they are there, the key through the curtain, and more to decide behind the three dots. */
export function ParticipantItem(props: { strip: Strip; desk: Desk }) {
  const { t } = useI18n();
  const [isMore, setIsMore] = createSignal(false);
  const more = createUniqueId();
  const isDecided = () => props.strip.voice.kind === "pupil" && props.desk.may("desk.operate");
  return (
    <li classList={{ away: props.strip.peerId === null }}>
      <VoiceBadge strip={props.strip} size="s" />
      <div>
        <div class="name">{props.strip.name}</div>
        <Show when={props.strip.handRaisedAt !== null}>
          <Chip look="taping" icon="hand">
            {t("floor.handUp")}
          </Chip>
        </Show>
        <Show when={props.strip.lent.length > 0}>
          <Chip look="info" icon="settings">
            {t("floor.technician")}
          </Chip>
        </Show>
        <LinkWords strip={props.strip} desk={props.desk} isLong />
        <Show when={props.strip.peerId !== null}>
          <LinkFigures strip={props.strip} />
        </Show>
      </div>
      <Show when={props.strip.lock !== null}>
        <p class="help">{t(props.strip.lock === "none" ? "floor.lockedHint_none" : "floor.lockedHint")}</p>
      </Show>
      <Show when={needsHelp(props.strip)}>{(fault) => <p class="help">{t(`studio.help_${fault()}`)}</p>}</Show>
      <Show when={isDecided() && props.strip.company.length > 1}>
        <DeskWhoSpeaks strip={props.strip} desk={props.desk} />
      </Show>
      <Show when={isDecided()}>
        <div class="decisions">
          <Curtain strip={props.strip} desk={props.desk} />
          <Talk strip={props.strip} desk={props.desk} />
          <button
            type="button"
            class="btn square"
            aria-label={t("floor.moreOf", { name: props.strip.name })}
            aria-expanded={isMore()}
            aria-controls={more}
            onClick={() => setIsMore(!isMore())}
          >
            <Icon name="more" />
          </button>
        </div>
        <div id={more} class="more" hidden={!isMore()}>
          <Show when={isMore()}>
            <ParticipantMore strip={props.strip} desk={props.desk} />
          </Show>
        </div>
      </Show>
    </li>
  );
}

/** The key that lets a pupil through the curtain, one way or the other; a raised hand is answered by it, or lowered. */
function Curtain(props: { strip: Strip; desk: Desk }) {
  const { t } = useI18n();
  const isWaiting = () => props.strip.place === "backstage";
  const isOnAir = () => props.desk.studio.snapshot()?.transmission.state === "onAir";
  /** On air a voice that may not go out gets another part to play than to speak. */
  const isKeptOff = () => isWaiting() && isOnAir() && props.strip.lock !== null;
  const lendCarts = () =>
    void props.desk.studio.tell("lendDesk", { stripId: props.strip.id, parts: [...props.strip.lent, "carts"] });
  const tell = (name: "bringIn" | "sendBackstage" | "lowerHand") =>
    void props.desk.studio.tell(name, { stripId: props.strip.id });
  return (
    <>
      <Show
        when={isKeptOff()}
        fallback={
          <button
            type="button"
            class="btn"
            aria-label={t(isWaiting() ? "floor.bringInOf" : "floor.sendBackOf", { name: props.strip.name })}
            onClick={() => {
              tell(isWaiting() ? "bringIn" : "sendBackstage");
            }}
          >
            <Icon name={isWaiting() ? "enter" : "curtain"} />
            {t(isWaiting() ? "floor.bringIn" : "floor.backstage")}
          </button>
        }
      >
        <Show when={!props.strip.lent.includes("carts")}>
          <button type="button" class="btn" onClick={lendCarts}>
            <Icon name="note" />
            {t("floor.lend_carts")}
          </button>
        </Show>
      </Show>
      <Show when={props.strip.handRaisedAt !== null}>
        <button
          type="button"
          class="btn square hand-up"
          aria-label={t("floor.lowerHandOf", { name: props.strip.name })}
          onClick={() => {
            tell("lowerHand");
          }}
        >
          <Icon name="hand" />
        </button>
      </Show>
    </>
  );
}

/** Chooses this pupil as the one to speak to off air. */
function Talk(props: { strip: Strip; desk: Desk }) {
  const { t } = useI18n();
  const isChosen = () => {
    const target = props.desk.talkback.target();
    return target.kind === "strip" && target.stripId === props.strip.id;
  };
  return (
    <button
      type="button"
      class="btn square"
      aria-label={t("floor.talkTo", { name: props.strip.name })}
      aria-pressed={isChosen()}
      onClick={() => {
        props.desk.talkback.choose({ kind: "strip", stripId: props.strip.id });
      }}
    >
      <Icon name="talk" />
    </button>
  );
}

function LinkFigures(props: { strip: Strip }) {
  const { t, formats } = useI18n();
  const link = () => props.strip.link;
  return (
    <Show when={link().protocol !== null}>
      <div class="figures-line">
        {t("studio.linkLoss", { loss: formats().percent(link().lossShare) })}
        <Show when={link().roundTripMs}>{(ms) => <>, {Math.round(ms())} ms</>}</Show>
        <Show when={link().protocol === "tcp"}> · TCP</Show>
      </div>
    </Show>
  );
}
