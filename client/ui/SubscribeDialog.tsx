import { createSignal, For, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Dialog } from "./Dialog.tsx";
import { Skeleton } from "./Skeleton.tsx";
import type { SubscribedFeed } from "./SubscribeWays.tsx";

// Drawn only when somebody subscribes.
const SubscribeWays = lazy(async () => ({ default: (await import("./SubscribeWays.tsx")).SubscribeWays }));

/** A radio that an address opens, with its feed there. */
export type SubscribedRadio = { title: string; feed: SubscribedFeed };

/** How to subscribe to one radio, or first to which of several. */
export function SubscribeDialog(props: {
  isOpen: boolean;
  radios: readonly SubscribedRadio[];
  secret?: string;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const [index, setIndex] = createSignal(0);
  const radio = () => props.radios[index()] ?? props.radios[0];
  return (
    <Dialog
      isOpen={props.isOpen}
      title={t("channel.subscribeTo", { title: radio()?.title ?? "" })}
      onClose={() => props.onClose()}
    >
      <Show when={props.radios.length > 1}>
        <fieldset class="choice">
          <legend class="legend">{t("subscribe.whichRadio")}</legend>
          <div class="segments">
            <For each={props.radios}>
              {(each, at) => (
                <button type="button" aria-pressed={at() === index()} onClick={() => setIndex(at())}>
                  {each.title}
                </button>
              )}
            </For>
          </div>
        </fieldset>
      </Show>
      <Suspense fallback={<Skeleton lines={4} />}>
        <Show when={radio()}>
          {(chosen) => (
            <SubscribeWays feed={chosen().feed} {...(props.secret !== undefined && { secret: props.secret })} />
          )}
        </Show>
      </Suspense>
    </Dialog>
  );
}
