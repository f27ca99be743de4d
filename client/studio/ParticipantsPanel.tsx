import { createSignal, For, Show } from "solid-js";
import type { Bleed, Table } from "../../schemas/floor.ts";
import type { Strip, StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Message } from "../ui/Message.tsx";
import type { Desk } from "./desk.ts";
import { ParticipantItem } from "./ParticipantItem.tsx";
import { freeTable } from "./tables.ts";
import "./participants.css";

/** Who waits backstage, raised hands first, then who is on the floor, by name; what may be decided about each; and who is barred. */
export function ParticipantsPanel(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t, language } = useI18n();
  const strips = () => props.snapshot.strips;
  const waiting = () =>
    strips()
      .filter((strip) => strip.place === "backstage")
      .toSorted(byHand);
  const onFloor = () =>
    strips()
      .filter((strip) => strip.place === "floor")
      .toSorted((one, other) => one.name.localeCompare(other.name, language()));
  return (
    <>
      <For each={props.snapshot.bleeds}>
        {(bleed) => <BleedWarning bleed={bleed} strips={strips()} desk={props.desk} />}
      </For>
      <ul class="participants" aria-label={t("floor.backstage")}>
        <For each={waiting()} fallback={<li class="small quiet">{t("floor.nobodyBackstage")}</li>}>
          {(strip) => <ParticipantItem strip={strip} desk={props.desk} />}
        </For>
      </ul>
      <div class="participants-head">
        <h3>{t("floor.onTheFloor")}</h3>
        <Show when={props.desk.may("desk.operate")}>
          <button type="button" class="btn bare" onClick={() => void props.desk.studio.tell("muteAll", {})}>
            {t("floor.muteAll")}
            <span class="sr-only">{t("floor.muteAllWhat")}</span>
          </button>
        </Show>
      </div>
      <ul class="participants" aria-label={t("floor.onTheFloor")}>
        <For each={onFloor()}>{(strip) => <ParticipantItem strip={strip} desk={props.desk} />}</For>
      </ul>
      <BarredList snapshot={props.snapshot} desk={props.desk} />
    </>
  );
}

/** Raised hands in the order of raising, then the others in the order of arrival. */
function byHand(one: Strip, other: Strip): number {
  const turn = (strip: Strip) => (strip.handRaisedAt === null ? Infinity : Date.parse(strip.handRaisedAt));
  return turn(one) === turn(other) ? one.number - other.number : turn(one) - turn(other);
}

/** Two devices that hear each other: what happens, what helps, and the key that says that they stand in one room. */
function BleedWarning(props: { bleed: Bleed; strips: readonly Strip[]; desk: Desk }) {
  const { t } = useI18n();
  const both = () => props.strips.filter(({ id }) => props.bleed.stripIds.includes(id));
  const table = (): Table => both().find((strip) => strip.table !== null)?.table ?? freeTable(props.strips);
  const mark = () => void props.desk.studio.tell("shareTable", { stripIds: props.bleed.stripIds, table: table() });
  const [one, other] = [() => both()[0]?.name ?? "", () => both()[1]?.name ?? ""];
  return (
    <div class="bleed">
      <Message
        look="warning"
        title={t("floor.bleed", { one: one(), other: other() })}
        action={<Button onClick={mark}>{t("floor.sameRoom")}</Button>}
      >
        {t("floor.bleedAdvice")}
      </Message>
    </div>
  );
}

/** Who may not come back, and the key that lets them; folded away while nobody is barred. */
function BarredList(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t } = useI18n();
  const [isBusy, setIsBusy] = createSignal(false);
  const lift = async (pupilId: StudioSnapshot["barred"][number]["pupilId"]) => {
    setIsBusy(true);
    await props.desk.studio.tell("liftBar", { pupilId });
    setIsBusy(false);
  };
  return (
    <Show when={props.snapshot.barred.length > 0}>
      <div class="participants-head">
        <h3>{t("floor.barred")}</h3>
      </div>
      <ul class="participants" aria-label={t("floor.barred")}>
        <For each={props.snapshot.barred}>
          {(pupil) => (
            <li>
              <BirdAvatar bird={pupil.bird} colour={pupil.colour} size="s" />
              <div class="name">{pupil.name}</div>
              <Button
                class="whole"
                disabled={isBusy()}
                aria-label={t("floor.letBackOf", { name: pupil.name })}
                onClick={() => void lift(pupil.pupilId)}
              >
                {t("floor.letBack")}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
