import { createEffect, createSignal, on } from "solid-js";
import type { NewSlot, Show, SlotChange } from "../../schemas/shows.ts";
import { fromLocalField, toLocalField } from "./local-time.ts";

const weeks = 10;
const dayMs = 86_400_000;

/** The day of an instant on this device, as a `date` field writes it. */
const dayOf = (instant: number) => toLocalField(new Date(instant).toISOString()).slice(0, 10);

/** What a teacher types of a show: title, hour, length, and whether it comes back every week. Taken anew whenever the dialog opens. */
export function createPlan(isOpen: () => boolean, show: () => Show | undefined) {
  const [title, setTitle] = createSignal("");
  const [when, setWhen] = createSignal("");
  const [plannedSeconds, setPlannedSeconds] = createSignal<number | null>(null);
  const [isWeekly, setWeekly] = createSignal(false);
  const [isForAll, setForAll] = createSignal(false);
  const [typedLastDay, setLastDay] = createSignal("");
  const take = () => {
    setTitle(show()?.title ?? "");
    setWhen(toLocalField(show()?.scheduledAt ?? null));
    setPlannedSeconds(show()?.plannedSeconds ?? null);
    setWeekly(false);
    setForAll(false);
    setLastDay("");
  };
  createEffect(on(isOpen, take));
  const scheduledAt = () => fromLocalField(when());
  const firstDay = () => when().slice(0, 10);
  /** On a day that is over, for a show that is still to come. */
  const isOver = () => show() === undefined && firstDay() !== "" && firstDay() < dayOf(Date.now());
  const lastDay = () => {
    const first = scheduledAt();
    return typedLastDay() === "" && first !== null ? dayOf(Date.parse(first) + weeks * 7 * dayMs) : typedLastDay();
  };
  const single = () => ({ title: title(), scheduledAt: scheduledAt(), plannedSeconds: plannedSeconds() });
  /** The weekly slot that was asked for, if one was. */
  const slot = (): NewSlot | undefined => {
    const firstAt = scheduledAt();
    if (!isWeekly() || firstAt === null) return undefined;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return { title: title(), firstAt, lastDay: lastDay(), timeZone, plannedSeconds: plannedSeconds() };
  };
  /** What changes for the show's whole weekly slot, if that was wished. */
  const slotChange = (): SlotChange | undefined => {
    if (!isForAll()) return undefined;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const at = scheduledAt();
    return { title: title(), plannedSeconds: plannedSeconds(), timeZone, ...(at === null ? {} : { scheduledAt: at }) };
  };
  return {
    ...{ isForAll, setForAll, slotChange },
    ...{ title, setTitle, when, setWhen, plannedSeconds, setPlannedSeconds },
    ...{ isOver, isWeekly, setWeekly, firstDay, lastDay, setLastDay, single, slot },
  };
}
/** See {@link createPlan}. */
export type Plan = ReturnType<typeof createPlan>;
