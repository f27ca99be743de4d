import { createSignal, onCleanup, Show, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

/** How far a work is: `share` from 0 to 1. */
export function Progress(props: { share: number; label: string }) {
  const percent = () => Math.round(props.share * 100);
  return (
    <div
      class="progress"
      classList={{ done: props.share >= 1 }}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent()}
      style={{ "--done": `${percent()}%` }}
    >
      <i />
    </div>
  );
}

/** The second half of a double click on what began a work must not end it: the key to stop it comes later. */
const stoppableAfterMs = 800;

/** A long work with its bar, a sentence, and a key to stop it. */
export function Work(props: { share: number; children: JSX.Element; onStop?: () => void }) {
  const { t } = useI18n();
  const [isStoppable, setStoppable] = createSignal(false);
  const timer = setTimeout(() => setStoppable(true), stoppableAfterMs);
  onCleanup(() => clearTimeout(timer));
  return (
    <div class="work">
      <Icon name="note" />
      <Progress share={props.share} label={t("frame.workProgress")} />
      <Show when={isStoppable() && props.onStop} fallback={<span />}>
        {(stop) => (
          <Button look="bare" onClick={() => stop()()}>
            {t("frame.stop")}
          </Button>
        )}
      </Show>
      <span />
      <span class="small quiet">{props.children}</span>
    </div>
  );
}
