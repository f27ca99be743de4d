import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";
import type { RundownItem } from "../../schemas/rundown.ts";

const retryMs = 3_000;

/** The texts of a rundown, read anew with every revision. A text stays before the reader's eyes when the network does not. */
export function createPrompterTexts(
  revision: Accessor<number>,
  read: () => Promise<{ items: readonly RundownItem[] }>,
): (itemId: string) => string {
  const [items, setItems] = createSignal<readonly RundownItem[]>([]);
  createEffect(
    on(revision, () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isOutdated = false;
      const ask = () => {
        read().then(
          (rundown) => {
            if (!isOutdated) setItems(rundown.items);
          },
          () => {
            if (!isOutdated) timer = setTimeout(ask, retryMs);
          },
        );
      };
      ask();
      onCleanup(() => {
        isOutdated = true;
        clearTimeout(timer);
      });
    }),
  );
  return (itemId) => items().find(({ id }) => id === itemId)?.prompterText ?? "";
}
