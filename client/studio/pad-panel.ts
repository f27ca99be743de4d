import { createSignal, type Accessor } from "solid-js";
import type { CartId } from "../../schemas/ids.ts";

/** What is shown beside the console: one sound to change, or the order of all. */
export type PadPanelView = { kind: "cart"; cartId: CartId } | { kind: "order" };

/** Opens and closes the panel in which sounds are changed while the desk goes on. */
export type PadPanelKey = {
  readonly view: Accessor<PadPanelView | undefined>;
  open(view: PadPanelView): void;
  close(): void;
};

/** A closed panel. Closing gives the focus back to what opened it. */
export function createPadPanel(): PadPanelKey {
  const [view, setView] = createSignal<PadPanelView>();
  let opener: Element | null = null;
  return {
    view,
    open: (next) => {
      if (view() === undefined) opener = document.activeElement;
      setView(next);
    },
    close: () => {
      setView(undefined);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
  };
}
