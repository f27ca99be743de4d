import { createSignal, For, onCleanup, type Accessor, type JSX } from "solid-js";
import { Icon } from "./Icon.tsx";
import { moveTo } from "./move-to.ts";

type SortableListProps<Item> = {
  items: readonly Item[];
  label: string;
  class?: string;
  /** What the handle of an item says, with its place from 1 on. */
  handleLabel: (item: Item, place: number) => string;
  /** What is read out once an item stands elsewhere. */
  moved: (item: Item, place: number) => string;
  /** Said once, at the handles. */
  hint: string;
  onOrder: (items: Item[]) => void;
  children: (item: Item, index: Accessor<number>) => JSX.Element;
};

/** A list in an order of its own: each item has a handle, to drag it by or to move it with the arrow keys. */
export function SortableList<Item extends { id: string }>(props: SortableListProps<Item>) {
  const [dragged, setDragged] = createSignal<string>();
  const [order, setOrder] = createSignal<readonly Item[]>();
  const [said, setSaid] = createSignal("");
  let list!: HTMLOListElement;
  const shown = () => order() ?? props.items;
  const placeOf = (id: string | undefined) => shown().findIndex((item) => item.id === id);
  const move = (id: string, to: number) => {
    const from = placeOf(id);
    const item = shown()[from];
    if (item === undefined || to < 0 || to >= shown().length || to === from) return false;
    setOrder(moveTo(shown(), from, to));
    setSaid(props.moved(item, to + 1));
    return true;
  };
  const settle = () => {
    const moved = order();
    setOrder(undefined);
    if (moved !== undefined) props.onOrder([...moved]);
  };
  const press = (event: KeyboardEvent, id: string) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (!move(id, placeOf(id) + step)) return;
    settle();
    // The row moved in the page, and the focus stays with it.
    queueMicrotask(() => list.querySelector<HTMLElement>(`[data-handle="${id}"]`)?.focus());
  };
  const drag = (event: PointerEvent) => {
    const id = dragged();
    if (id === undefined) return;
    const rows = [...list.children].map((row) => row.getBoundingClientRect());
    const at = rows.findIndex(({ top, bottom }) => event.clientY >= top && event.clientY < bottom);
    if (at >= 0) move(id, at);
  };
  const drop = () => {
    removeEventListener("pointermove", drag);
    removeEventListener("pointerup", drop);
    removeEventListener("pointercancel", drop);
    setDragged(undefined);
    settle();
  };
  const take = (event: PointerEvent, id: string) => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).focus();
    setDragged(id);
    addEventListener("pointermove", drag);
    addEventListener("pointerup", drop);
    addEventListener("pointercancel", drop);
  };
  onCleanup(drop);
  return (
    <>
      <ol ref={list} class={`sortable ${props.class ?? ""}`} aria-label={props.label}>
        <For each={shown()}>
          {(item, index) => (
            <li classList={{ dragged: item.id === dragged() }}>
              <button
                type="button"
                class="handle"
                data-handle={item.id}
                aria-label={`${props.handleLabel(item, index() + 1)}. ${props.hint}`}
                onPointerDown={(event) => take(event, item.id)}
                onKeyDown={(event) => press(event, item.id)}
              >
                <Icon name="grip" />
              </button>
              {props.children(item, index)}
            </li>
          )}
        </For>
      </ol>
      <p class="sr-only" role="status">
        {said()}
      </p>
    </>
  );
}
