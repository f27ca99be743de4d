import { createEffect, createMemo, For, on, Show } from "solid-js";
import type { Strip, StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { CartsStrip } from "./CartsStrip.tsx";
import type { Desk } from "./desk.ts";
import { ProgrammeMeter } from "./ProgrammeMeter.tsx";
import { tablesOf } from "./tables.ts";
import { StripColumn } from "./StripColumn.tsx";
import { moveAlongStrips } from "./strip-keys.ts";
import { createRoving } from "../ui/create-roving.ts";

const isPupil = (strip: Strip) => strip.voice.kind === "pupil" && strip.place === "floor";
const isTeacher = (strip: Strip) => strip.voice.kind === "teacher";

const cartsKey = "carts";
const isWaiting = (strip: Strip) => strip.place === "backstage";

/** All strips in a row: pupils, teachers, carts, and what goes out. */
export function StripRow(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t, count } = useI18n();
  const waiting = () => props.snapshot.strips.filter(isWaiting).length;
  const pupils = createMemo(() => props.snapshot.strips.filter(isPupil));
  const teachers = createMemo(() => props.snapshot.strips.filter(isTeacher));
  // Their order on screen. The controls of one strip are in the order of tabs, those of the others a left or right arrow away.
  const keys = createMemo(() => [
    ...tablesOf(pupils())
      .flatMap((table) => pupils().filter((strip) => strip.table === table))
      .map(({ id }) => id),
    ...teachers().map(({ id }) => id),
    cartsKey,
  ]);
  const roving = createRoving(keys);
  let row!: HTMLDivElement;
  // Where strips scroll sideways, an open microphone is always in view first.
  const lastOpened = createMemo<string | undefined>((before) => {
    const open = props.snapshot.strips.filter(({ isOpen }) => isOpen).map(({ id }) => id as string);
    return open.find((id) => id !== before) ?? before;
  });
  createEffect(
    on(lastOpened, (id) => {
      if (id !== undefined)
        row.querySelector(`[data-key="${id}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }),
  );
  const columns = (strips: () => readonly Strip[]) => (
    <For each={strips()}>
      {(strip) => (
        <StripColumn
          strip={strip}
          transmission={props.snapshot.transmission}
          desk={props.desk}
          tabIndex={roving.tabIndexOf(strip.id)}
        />
      )}
    </For>
  );
  return (
    <div
      ref={row}
      class="strips"
      role="group"
      aria-label={t("studio.strips")}
      aria-description={t("studio.stripsKeys")}
      onFocusIn={roving.onFocusIn}
      onKeyDown={moveAlongStrips}
    >
      <h2 class="sr-only">{t("studio.strips")}</h2>
      <div class="sliding">
        <For
          each={tablesOf(pupils())}
          fallback={
            <div class="group unfilled">
              <header>{t("studio.pupils")}</header>
              <div>
                <Empty title={t("studio.nobodyYet")}>
                  {waiting() > 0 ? count("floor.nobodyOnTheFloor", waiting()) : t("studio.showTheCode")}
                </Empty>
              </div>
            </div>
          }
        >
          {(table) => {
            const strips = () => pupils().filter((strip) => strip.table === table);
            return (
              <div class="group" classList={{ table: table !== null }} style={{ "--k": strips().length }}>
                <header>
                  <Show when={table} fallback={t("studio.pupils")}>
                    <Icon name="table" />
                    {t("floor.tableBar", { table: table ?? "" })}
                  </Show>
                </header>
                <div>{columns(strips)}</div>
              </div>
            );
          }}
        </For>
        <Show when={teachers().length > 0}>
          <div class="group" style={{ "--k": teachers().length }}>
            <header>{t("studio.deskTitle")}</header>
            <div>{columns(teachers)}</div>
          </div>
        </Show>
      </div>
      <div class="group fixed">
        <header>{t("studio.carts")}</header>
        <div>
          <CartsStrip snapshot={props.snapshot} desk={props.desk} tabIndex={roving.tabIndexOf(cartsKey)} />
        </div>
      </div>
      <div class="group master">
        <header>{t("studio.programmeShort")}</header>
        <div>
          <ProgrammeMeter snapshot={props.snapshot} desk={props.desk} />
        </div>
      </div>
    </div>
  );
}
