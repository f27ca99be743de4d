import { createSignal, type Accessor } from "solid-js";
import type { RundownItem } from "../../schemas/rundown.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { moveItem } from "./rundown-item.ts";

/** Moving the parts of a list: by a pointer that drags, by keys, by buttons. Every move is said. */
export type Reorder = {
  readonly setList: (list: HTMLOListElement) => void;
  /** Where the last one went, for those who hear the page. */
  readonly words: Accessor<string>;
  /** The part under the pointer that drags. */
  readonly dragged: Accessor<string | undefined>;
  move(from: number, to: number): void;
  /** Alt and an arrow, on anything of the part. */
  onKeyDown(event: KeyboardEvent, index: number): void;
  /** For the handle of a part: pressed, moved, let go. */
  onPointerDown(event: PointerEvent, index: number): void;
};

/** Which row of the list lies under a height. */
function rowAt(list: HTMLElement, y: number): number {
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  const below = rows.findIndex(({ top, height }) => y < top + height / 2);
  return below === -1 ? rows.length : below;
}

/** Reorders `items`; each step of a drag is a change at once, so the list under the pointer is always the real one. */
export function createReorder(
  items: Accessor<readonly RundownItem[]>,
  onMoved: (items: RundownItem[]) => void,
): Reorder {
  const { t } = useI18n();
  const [words, setWords] = createSignal("");
  const [dragged, setDragged] = createSignal<string>();
  let list: HTMLOListElement | undefined;

  const handleOf = (index: number) => list?.children[index]?.querySelector<HTMLElement>("[data-grip]");

  function move(from: number, to: number) {
    const item = items()[from];
    if (item === undefined || to < 0 || to >= items().length || from === to) return;
    onMoved(moveItem(items(), from, to));
    setWords(t("rundown.moved", { title: item.title, place: to + 1, count: items().length }));
  }

  function drag(grip: HTMLElement, pointerId: number, id: string) {
    setDragged(id);
    grip.setPointerCapture(pointerId);
    const follow = ({ clientY }: PointerEvent) => {
      const from = items().findIndex((item) => item.id === id);
      if (list === undefined || from === -1) return;
      const above = rowAt(list, clientY);
      move(from, above > from ? above - 1 : above);
    };
    const letGo = () => {
      setDragged(undefined);
      grip.removeEventListener("pointermove", follow);
    };
    grip.addEventListener("pointermove", follow);
    grip.addEventListener("lostpointercapture", letGo, { once: true });
  }

  return {
    setList: (element) => (list = element),
    words,
    dragged,
    move,
    onKeyDown: (event, index) => {
      const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
      if (step === undefined) return;
      event.preventDefault();
      move(index, index + step);
      handleOf(Math.min(Math.max(index + step, 0), items().length - 1))?.focus();
    },
    onPointerDown: (event, index) => {
      const item = items()[index];
      if (item !== undefined && event.button === 0) drag(event.currentTarget as HTMLElement, event.pointerId, item.id);
    },
  };
}
