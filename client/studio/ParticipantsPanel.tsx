import { createSignal, For, Show } from "solid-js";
import type { Strip } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Desk } from "./desk.ts";
import { Confirm } from "./HoldKey.tsx";
import { LinkWords } from "./LinkWords.tsx";
import { VoiceBadge } from "./VoiceBadge.tsx";

const helped = ["blocked", "missing", "busy", "unsupported"] as const;
const needsHelp = (strip: Strip): (typeof helped)[number] | undefined =>
  helped.find((fault) => fault === strip.microphone);

/** Who waits backstage, raised hands first, then who is on the floor, by name: the curtain, what helps a microphone, the way out. */
export function ParticipantsPanel(props: { strips: readonly Strip[]; desk: Desk }) {
  const { t, language } = useI18n();
  const waiting = () => props.strips.filter((strip) => strip.place === "backstage").toSorted(byHand);
  const onFloor = () =>
    props.strips
      .filter((strip) => strip.place === "floor")
      .toSorted((one, other) => one.name.localeCompare(other.name, language()));
  return (
    <>
      <ul class="participants" aria-label={t("floor.backstage")}>
        <For each={waiting()} fallback={<li class="small quiet">{t("floor.nobodyBackstage")}</li>}>
          {(strip) => <Participant strip={strip} desk={props.desk} />}
        </For>
      </ul>
      <h3>{t("floor.onTheFloor")}</h3>
      <ul class="participants" aria-label={t("floor.onTheFloor")}>
        <For each={onFloor()}>{(strip) => <Participant strip={strip} desk={props.desk} />}</For>
      </ul>
    </>
  );
}

/** Raised hands in the order of raising, then the others in the order of arrival. */
function byHand(one: Strip, other: Strip): number {
  const turn = (strip: Strip) => (strip.handRaisedAt === null ? Infinity : Date.parse(strip.handRaisedAt));
  return turn(one) === turn(other) ? one.number - other.number : turn(one) - turn(other);
}

function Participant(props: { strip: Strip; desk: Desk }) {
  const { t } = useI18n();
  const [isAsking, setIsAsking] = createSignal(false);
  const isPupil = () => props.strip.voice.kind === "pupil";
  const answer = (isMeant: boolean) => {
    setIsAsking(false);
    if (isMeant) void props.desk.studio.tell("removeParticipant", { stripId: props.strip.id });
  };
  return (
    <li>
      <VoiceBadge strip={props.strip} size="s" />
      <div>
        <div class="name">{props.strip.name}</div>
        <LinkWords strip={props.strip} isLong />
      </div>
      <Show when={isPupil() && props.strip.peerId !== null && !isAsking()}>
        <button
          type="button"
          class="btn bare square"
          aria-label={t("studio.remove", { name: props.strip.name })}
          onClick={() => setIsAsking(true)}
        >
          <Icon name="close" />
        </button>
      </Show>
      <Show when={props.strip.peerId !== null}>
        <LinkFigures strip={props.strip} />
      </Show>
      <Show when={needsHelp(props.strip)}>{(fault) => <p class="help">{t(`studio.help_${fault()}`)}</p>}</Show>
      <Show when={isPupil() && props.desk.may("desk.operate")}>
        <Curtain strip={props.strip} desk={props.desk} />
      </Show>
      <Show when={isAsking()}>
        <Confirm
          question={t("studio.removeQuestion", { name: props.strip.name })}
          yes={t("studio.removeYes")}
          no={t("studio.removeNo")}
          onAnswer={answer}
        />
      </Show>
    </li>
  );
}

/** The key that lets a pupil through the curtain, one way or the other. */
function Curtain(props: { strip: Strip; desk: Desk }) {
  const { t } = useI18n();
  const isWaiting = () => props.strip.place === "backstage";
  return (
    <button
      type="button"
      class="btn curtain-key"
      aria-label={t(isWaiting() ? "floor.bringInOf" : "floor.sendBackOf", { name: props.strip.name })}
      onClick={() =>
        void props.desk.studio.tell(isWaiting() ? "bringIn" : "sendBackstage", { stripId: props.strip.id })
      }
    >
      <Icon name={isWaiting() ? "enter" : "curtain"} />
      {t(isWaiting() ? "floor.bringIn" : "floor.backstage")}
    </button>
  );
}

function LinkFigures(props: { strip: Strip }) {
  const { t, formats } = useI18n();
  const link = () => props.strip.link;
  const round = () => Math.round(link().roundTripMs ?? 0);
  return (
    <Show when={link().protocol !== null}>
      <div class="figures-line">
        {t("studio.linkFigures", {
          loss: formats().percent(link().lossShare),
          jitter: Math.round(link().jitterMs),
          roundTrip: link().roundTripMs === null ? "–" : round(),
        })}
        <Show when={link().protocol === "tcp"}> · TCP</Show>
      </div>
    </Show>
  );
}
