import { createSignal, For, Show } from "solid-js";
import { Table, type LentPart } from "../../schemas/floor.ts";
import type { Strip } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Switch } from "../ui/Switch.tsx";
import type { Desk } from "./desk.ts";
import { DeskWhoSpeaks } from "./WhoSpeaks.tsx";
import { Confirm } from "./HoldKey.tsx";

/** What is decided more rarely about a pupil: which part of the desk is lent, at which table the device stands, the way out. */
export function ParticipantMore(props: { strip: Strip; desk: Desk }) {
  const { t } = useI18n();
  const { studio } = props.desk;
  const stripId = () => props.strip.id;
  const lend = (part: LentPart, isLent: boolean) => {
    const others = props.strip.lent.filter((lent) => lent !== part);
    void studio.tell("lendDesk", { stripId: stripId(), parts: isLent ? [...others, part] : others });
  };
  const sit = (chosen: string) => {
    const table = Table.safeParse(chosen).data ?? null;
    void studio.tell("shareTable", { stripIds: [stripId()], table });
  };
  return (
    <>
      <For each={["faders", "carts"] as const}>
        {(part) => (
          <Switch
            isOn={props.strip.lent.includes(part)}
            onChange={(isLent) => {
              lend(part, isLent);
            }}
          >
            {t(`floor.lend_${part}`)}
          </Switch>
        )}
      </For>
      <label class="field">
        <span class="legend">{t("floor.table")}</span>
        <select class="input" onChange={(event) => sit(event.currentTarget.value)}>
          <option value="" selected={props.strip.table === null}>
            {t("floor.tableNone")}
          </option>
          <For each={Table.options}>
            {(table) => (
              <option value={table} selected={props.strip.table === table}>
                {t("floor.tableName", { table })}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={props.strip.company.length === 1}>
        <DeskWhoSpeaks strip={props.strip} desk={props.desk} />
      </Show>
      <WayOut strip={props.strip} desk={props.desk} />
    </>
  );
}

/** Sends a pupil out, or out for the whole show; asked in place. */
function WayOut(props: { strip: Strip; desk: Desk }) {
  const { t } = useI18n();
  const [asked, setAsked] = createSignal<"removeParticipant" | "barParticipant">();
  const answer = (isMeant: boolean) => {
    const request = asked();
    setAsked(undefined);
    if (isMeant && request !== undefined) void props.desk.studio.tell(request, { stripId: props.strip.id });
  };
  const name = () => props.strip.name;
  return (
    <Show
      when={asked()}
      fallback={
        <div class="ways-out">
          <Show when={props.strip.peerId !== null}>
            <button
              type="button"
              class="btn"
              aria-label={t("studio.remove", { name: name() })}
              onClick={() => setAsked("removeParticipant")}
            >
              {t("studio.removeYes")}
            </button>
          </Show>
          <button
            type="button"
            class="btn danger"
            aria-label={t("floor.barOf", { name: name() })}
            onClick={() => setAsked("barParticipant")}
          >
            {t("floor.bar")}
          </button>
        </div>
      }
    >
      {(request) => (
        <Confirm
          question={t(request() === "barParticipant" ? "floor.barQuestion" : "studio.removeQuestion", { name: name() })}
          yes={t(request() === "barParticipant" ? "floor.barYes" : "studio.removeYes")}
          no={t("studio.removeNo")}
          onAnswer={answer}
        />
      )}
    </Show>
  );
}
