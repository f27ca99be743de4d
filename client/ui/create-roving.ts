import { createMemo, createSignal, type Accessor } from "solid-js";

/** Many alike that are one stop of the Tab key: arrows go from one to the next, and Tab comes back to the one that was reached last. */
export type Roving = {
  /** For the focusable parts of the one that `key` names. */
  tabIndexOf(key: string): 0 | -1;
  /** For the container: remembers which one was reached, by its `data-key`. */
  onFocusIn(event: FocusEvent): void;
  /** For the container of a list or a grid: arrows, Home and End move the focus. */
  onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }): void;
};

/** Makes the elements that carry these `data-key`s one stop; `columns` says how many of them stand beside each other. */
export function createRoving(keys: Accessor<readonly string[]>, columns: () => number = () => 1): Roving {
  const [reached, setReached] = createSignal<string>();
  const current = createMemo(() => keys().find((key) => key === reached()) ?? keys()[0]);
  return {
    tabIndexOf: (key) => (key === current() ? 0 : -1),
    onFocusIn: ({ target }) => {
      const key = (target as Element).closest<HTMLElement>("[data-key]")?.dataset.key;
      if (key !== undefined) setReached(key);
    },
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const from = keys().indexOf((event.target as HTMLElement).dataset.key ?? "");
      const to = from === -1 ? undefined : placeAfter(event.key, from, keys().length, columns());
      const key = to === undefined ? undefined : keys()[to];
      if (key === undefined) return;
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus();
    },
  };
}

/** Where a key leads from a place, possibly outside. */
function placeAfter(key: string, from: number, count: number, columns: number): number | undefined {
  const places: Partial<Record<string, number>> = {
    ...(columns === 1 ? {} : { ArrowLeft: from - 1, ArrowRight: from + 1 }),
    ...{ ArrowUp: from - columns, ArrowDown: from + columns, Home: 0, End: count - 1 },
  };
  return places[key];
}
