import { v7 } from "uuid";
import { RundownItemId } from "../../schemas/ids.ts";
import type { RundownItem } from "../../schemas/rundown.ts";
import type { Say } from "../i18n/words.ts";
import { templates, type TemplateName } from "./templates.ts";

const newId = () => RundownItemId.parse(v7());

/** A new part: a minute, and the microphones of those who will be named open by themselves. */
export function newItem(title: string, change: Partial<RundownItem> = {}): RundownItem {
  return {
    id: newId(),
    title,
    kind: "speech",
    plannedSeconds: 60,
    speakers: [],
    prompterText: "",
    cartIds: [],
    moves: { microphones: "speakers", bed: "keep", gains: [], cartsGainDb: null },
    ...change,
  };
}

/** The parts of a template, in the words of the page's language. During a part of sound alone, no microphone is open. */
export function itemsOfTemplate(name: TemplateName, t: Say): RundownItem[] {
  return templates[name].map((part) => {
    const { kind, plannedSeconds, title } = part;
    const item = newItem(t(title), { kind, plannedSeconds, prompterText: "text" in part ? t(part.text) : "" });
    const isSound = kind === "sound" || (kind === "opening" && item.prompterText === "");
    return isSound ? { ...item, moves: { ...item.moves, microphones: "closed" as const } } : item;
  });
}

/** The same parts once more, for another show. */
export const copyItems = (items: readonly RundownItem[]): RundownItem[] =>
  items.map((item) => ({ ...item, id: newId() }));

/** Moves one part to another place. */
export function moveItem<Thing>(items: readonly Thing[], from: number, to: number): Thing[] {
  const moved = items.toSpliced(from, 1);
  return moved.toSpliced(Math.min(Math.max(to, 0), moved.length), 0, items[from]!);
}

/** Length of all parts together, in seconds. */
export const totalSeconds = (items: readonly Pick<RundownItem, "plannedSeconds">[]) =>
  items.reduce((sum, { plannedSeconds }) => sum + plannedSeconds, 0);
