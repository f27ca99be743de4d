import { useBeforeLeave } from "@solidjs/router";
import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js";

/** The question before a page is left that would lose something, and its two answers. */
export type LeavingQuestion = { readonly isAsked: Accessor<boolean>; leave(): void; stay(): void };

/** While `isNeeded`, the browser asks before the tab is closed or another address opened, and the page before a link of its own leads away. */
export function createLeavingQuestion(isNeeded: Accessor<boolean>): LeavingQuestion {
  const [asked, setAsked] = createSignal<{ go: () => void }>();
  createEffect(() => {
    if (!isNeeded()) {
      setAsked(undefined);
      return;
    }
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    globalThis.addEventListener("beforeunload", ask);
    return onCleanup(() => {
      globalThis.removeEventListener("beforeunload", ask);
    });
  });
  useBeforeLeave((event) => {
    if (!isNeeded() || event.defaultPrevented) return;
    event.preventDefault();
    const go = () => {
      event.retry(true);
    };
    setAsked({ go });
  });
  return {
    isAsked: () => asked() !== undefined,
    leave: () => asked()?.go(),
    stay: () => setAsked(undefined),
  };
}
